package dev.gatehouse.identity.port;

final class InMemoryKnownPasswordsTest implements KnownPasswordsContract {

    private final InMemoryKnownPasswords passwords = new InMemoryKnownPasswords(KNOWN);

    @Override
    public KnownPasswords passwords() {
        return passwords;
    }
}
