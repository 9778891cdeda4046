import '../../src/define.js';
import { scripted } from './stage.js';

// An authenticator in a frame. The page around it sends events by `auth`.
const { auth } = scripted();
document.body.append(Object.assign(document.createElement('auth-authenticator'), { auth }));
Object.assign(window, { auth });
