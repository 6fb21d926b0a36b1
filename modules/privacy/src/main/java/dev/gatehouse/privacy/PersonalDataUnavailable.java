package dev.gatehouse.privacy;

/** A place with personal data does not answer; what was asked of it is to be asked again. */
public final class PersonalDataUnavailable extends RuntimeException {

    public PersonalDataUnavailable(Throwable cause) {
        super("a place with personal data is unavailable", cause);
    }
}
