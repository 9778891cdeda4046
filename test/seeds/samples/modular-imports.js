import Auth from '@aws-amplify/auth';

Auth.configure();
