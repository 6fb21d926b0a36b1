package dev.gatehouse.app.architecture.planted.app.wiring;

/** Breaks rule 16: nobody can catch this without catching everything. */
public final class ThrowsSomething {

    /** Breaks no rule: it has a name. */
    public static final class Named extends RuntimeException {}

    public void work(boolean fails) {
        if (fails) {
            throw new RuntimeException("something");
        }
    }
}
