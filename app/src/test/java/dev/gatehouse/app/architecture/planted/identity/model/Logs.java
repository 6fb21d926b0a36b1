package dev.gatehouse.app.architecture.planted.identity.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks rule 3: a model does not even log. */
public final class Logs {

    private static final Logger LOG = LoggerFactory.getLogger(Logs.class);

    public void log() {
        LOG.info("a model speaks");
    }
}
