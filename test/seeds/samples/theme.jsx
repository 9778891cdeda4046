import MyTheme from './MyTheme';

<Authenticator theme={MyTheme} />
