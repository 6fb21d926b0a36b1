package dev.gatehouse.identity.port;

final class CountedNoncesTest implements NonceGeneratorContract {

    private final CountedNonces nonces = new CountedNonces();

    @Override
    public NonceGenerator nonces() {
        return nonces;
    }
}
