package dev.gatehouse.app.architecture.planted.identity.decorator;

import dev.gatehouse.app.architecture.planted.identity.port.CheckedStore;
import dev.gatehouse.app.architecture.planted.identity.port.CheckedStoreContract;

/** Runs the contract, and holds a prop that need not. */
final class CheckedTest implements CheckedStoreContract {

    private record Prop() implements CheckedStore {}

    @Override
    public CheckedStore store() {
        return new Prop().equals(new Prop()) ? new Checked() : new Prop();
    }
}
