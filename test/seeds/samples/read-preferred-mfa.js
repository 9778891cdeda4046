import { Auth } from 'aws-amplify';
Auth.getPreferredMFA(user).then((data) => {
console.log('Current prefered MFA type is: ' + data);
})
