import { AuthAuthenticator } from '../../elements/auth-authenticator.js';
import { AuthPiece as Piece } from '../../kit/auth-piece.js';

/** `AuthPiece` of the kit, whose `authData` is the user object of `Auth`. */
export abstract class AuthPiece extends Piece {
  /** The user object of `Auth`, while a user is signed in. */
  override get authData(): unknown {
    return this.auth && AuthAuthenticator.authDataOf(this.auth);
  }
}
