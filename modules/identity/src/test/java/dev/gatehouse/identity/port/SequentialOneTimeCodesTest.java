package dev.gatehouse.identity.port;

final class SequentialOneTimeCodesTest implements OneTimeCodesContract {

    @Override
    public OneTimeCodes codes() {
        return new SequentialOneTimeCodes();
    }
}
