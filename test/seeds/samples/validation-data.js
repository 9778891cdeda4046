Auth.signIn({
    username, // Required, the username
    password, // Optional, the password
    validationData, // Optional, an array of key-value pairs which can contain any key and will be passed to your Lambda trigger as-is.
}).then(user => console.log(user))
  .catch(err => console.log(err));
