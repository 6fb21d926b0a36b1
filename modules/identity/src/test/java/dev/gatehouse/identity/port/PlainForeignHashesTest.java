package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;
import java.util.List;

final class PlainForeignHashesTest implements ForeignHashesContract {

    @Override
    public ForeignHashes hashes() {
        return new PlainForeignHashes();
    }

    @Override
    public List<String> texts() {
        return List.of(PlainForeignHashes.text(Samples.password(), 0), PlainForeignHashes.text(Samples.password(), 5));
    }

    @Override
    public List<String> tooCostly() {
        return List.of(PlainForeignHashes.text(Samples.password(), 6));
    }
}
