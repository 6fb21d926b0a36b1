package dev.gatehouse.media.model;

import java.util.Optional;

/** Bytes that are somewhere else until somebody has room for them. */
public interface ImageSource {

    /** All of them, each time anew; empty where they are not there. */
    Optional<byte[]> read();
}
