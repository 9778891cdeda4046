let result = await Auth.verifyCurrentUserAttributeSubmit('email', 'abc123');
