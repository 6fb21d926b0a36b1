package dev.gatehouse.privacy;

/** What came of erasing a person's data in one place. */
public sealed interface Erased {

    /**
     * Nothing is left.
     *
     * @param things that there were, as far as they are counted
     */
    record Done(int things) implements Erased {}

    /**
     * Nothing was erased, because it must not be yet.
     *
     * @param reason for the log: no personal data
     */
    record NotYet(String reason) implements Erased {}
}
