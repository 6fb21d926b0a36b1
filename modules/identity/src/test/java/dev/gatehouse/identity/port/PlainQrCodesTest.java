package dev.gatehouse.identity.port;

final class PlainQrCodesTest implements QrCodesContract {

    @Override
    public QrCodes qrCodes() {
        return new PlainQrCodes();
    }
}
