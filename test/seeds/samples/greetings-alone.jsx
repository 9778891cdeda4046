<Authenticator hideDefault={true}>
    <Greetings />
</Authenticator>
