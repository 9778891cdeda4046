<Authenticator authState='signUp'>
