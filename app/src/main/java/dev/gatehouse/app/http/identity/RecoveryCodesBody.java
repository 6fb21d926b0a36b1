package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.RecoveryCode;
import java.util.List;

/** Codes that are shown once. */
record RecoveryCodesBody(List<String> recoveryCodes) {

    static RecoveryCodesBody of(List<RecoveryCode> codes) {
        return new RecoveryCodesBody(codes.stream().map(RecoveryCode::text).toList());
    }

    @Override
    public String toString() {
        return "RecoveryCodesBody[…]";
    }
}
