import { withAuthenticator } from 'aws-amplify-react'; // or 'aws-amplify-react-native';


export default withAuthenticator(App);
