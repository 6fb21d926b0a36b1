package dev.gatehouse.settings.port;

/** The store of settings did not answer; what was asked may or may not have happened. */
public final class SettingsUnavailable extends RuntimeException {

    public SettingsUnavailable(Throwable cause) {
        super("the store of settings is unavailable", cause);
    }
}
