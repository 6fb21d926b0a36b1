package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.ForeignHashes;
import dev.gatehouse.identity.port.PasswordHasher;

/** A hasher that checks hashes of other systems, too. It makes none of them, so none is current. */
public final class ForeignPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final ForeignHashes foreign;

    public ForeignPasswordHasher(PasswordHasher hasher, ForeignHashes foreign) {
        this.hasher = hasher;
        this.foreign = foreign;
    }

    @Override
    public PasswordHash hash(Password password) {
        return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        return foreign.knows(hash) ? foreign.verify(password, hash) : hasher.verify(password, hash);
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return hasher.isCurrent(hash);
    }

    @Override
    public PasswordHash dummy() {
        return hasher.dummy();
    }
}
