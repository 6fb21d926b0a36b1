package dev.gatehouse.identity.model;

/** A value that breaks the rule of its type. Thrown where the value would be made, and told to whoever sent it. */
public final class InvalidValue extends RuntimeException {

    private final String code;

    /**
     * @param code stable and kebab-case, for programs
     * @param detail one sentence for people that says what is accepted; never repeats the value
     */
    public InvalidValue(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
