export default withAuthenticator(App, { includeGreetings: true });
