// Registers every element, for pages that would rather load all of them at once.
import './define/auth-authenticator.js';
import './define/auth-confirm-sign-in.js';
import './define/auth-confirm-sign-up.js';
import './define/auth-custom-challenge.js';
import './define/auth-email-setup.js';
import './define/auth-forgot-password.js';
import './define/auth-greetings.js';
import './define/auth-new-password.js';
import './define/auth-provider.js';
import './define/auth-reset-password.js';
import './define/auth-select-factor.js';
import './define/auth-select-mfa-type.js';
import './define/auth-sign-in.js';
import './define/auth-sign-out.js';
import './define/auth-sign-up.js';
import './define/auth-totp-setup.js';
import './define/auth-unsupported.js';
