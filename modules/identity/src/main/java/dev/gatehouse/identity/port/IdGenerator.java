package dev.gatehouse.identity.port;

import java.util.UUID;

/** Makes ids. */
public interface IdGenerator {

    /** A UUIDv7 (RFC 9562, section 5.7): unique, and later ones sort after earlier ones of the same process. */
    UUID next();
}
