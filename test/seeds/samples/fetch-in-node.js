global.fetch = require('node-fetch');
