let user = await Auth.currentAuthenticatedUser();
