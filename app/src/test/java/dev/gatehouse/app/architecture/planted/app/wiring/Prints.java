package dev.gatehouse.app.architecture.planted.app.wiring;

/** Breaks rule 16: what is printed is in no log. */
public final class Prints {

    public void work() {
        System.out.println("working");
    }
}
