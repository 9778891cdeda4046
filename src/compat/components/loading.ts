import { I18n } from '../i18n.js';
import { AuthPiece } from './auth-piece.js';

/** `Loading` of the guides: a sentence, while it is not known yet who is signed in. */
export class Loading extends AuthPiece {
  protected override _validAuthStates = ['loading'];

  protected showComponent(): unknown {
    return I18n.get('Loading...');
  }
}
