import { Auth } from 'aws-amplify';
Auth.currentAuthenticatedUser()
.then(user => console.log(user))
.catch(err => console.log(err));
