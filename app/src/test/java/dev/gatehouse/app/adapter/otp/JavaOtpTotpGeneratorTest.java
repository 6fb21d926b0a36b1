package dev.gatehouse.app.adapter.otp;

import dev.gatehouse.identity.port.TotpGenerator;
import dev.gatehouse.identity.port.TotpGeneratorContract;

final class JavaOtpTotpGeneratorTest implements TotpGeneratorContract {

    @Override
    public TotpGenerator codes() {
        return new JavaOtpTotpGenerator();
    }
}
