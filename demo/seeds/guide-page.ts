import '../parts/demo-header.js';
import './demo-guide.js';
