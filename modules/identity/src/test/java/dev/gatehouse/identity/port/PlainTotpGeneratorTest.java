package dev.gatehouse.identity.port;

final class PlainTotpGeneratorTest implements TotpGeneratorContract {

    @Override
    public TotpGenerator codes() {
        return new PlainTotpGenerator();
    }
}
