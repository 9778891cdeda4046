import { I18n } from '../i18n.js';
import { AuthPiece } from './auth-piece.js';
import { hideable } from './component.js';

class Sentence extends AuthPiece {
  protected override _validAuthStates = ['loading'];

  protected showComponent(): unknown {
    return I18n.get('Loading...');
  }
}

/** `Loading` of the guides: a sentence, while it is not known yet who is signed in. */
export type Loading = Sentence;
export const Loading = /* @__PURE__ */ hideable('loading', Sentence);
