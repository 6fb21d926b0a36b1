package dev.gatehouse.identity.port;

final class PlainPasswordHasherTest implements PasswordHasherContract {

    private final PlainPasswordHasher hasher = new PlainPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }
}
