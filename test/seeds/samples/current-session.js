let session = Auth.currentSession();
// CognitoUserSession => { idToken, refreshToken, accessToken }
