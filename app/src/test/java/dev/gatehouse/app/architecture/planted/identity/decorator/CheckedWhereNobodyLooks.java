package dev.gatehouse.app.architecture.planted.identity.decorator;

import dev.gatehouse.app.architecture.planted.identity.port.CheckedStore;
import dev.gatehouse.app.architecture.planted.identity.port.CheckedStoreContract;

/** Breaks rule 10: what runs the contract on it is not named like a test. */
public final class CheckedWhereNobodyLooks implements CheckedStore {

    /** Neither Surefire nor Failsafe finds it. */
    public static final class Run implements CheckedStoreContract {

        @Override
        public CheckedStore store() {
            return new CheckedWhereNobodyLooks();
        }
    }
}
