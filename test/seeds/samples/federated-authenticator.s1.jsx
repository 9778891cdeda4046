import { Authenticator } from 'aws-amplify-react';
const federated = {
google_client_id: '',
facebook_app_id: '',
amazon_client_id: ''
};
return (
<Authenticator federated={federated}> //federated option is currently not supported on react-native
)
