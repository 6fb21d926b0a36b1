package dev.gatehouse.identity.port;

final class PlainSigningKeyGeneratorTest implements SigningKeyGeneratorContract {

    @Override
    public SigningKeyGenerator generator() {
        return new PlainSigningKeyGenerator();
    }
}
