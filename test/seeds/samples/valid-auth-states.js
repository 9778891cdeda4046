this._validAuthStates = ['signedIn'];
