package dev.gatehouse.app.architecture.planted.identity.model;

/** Breaks rule 15: overrides toString, and shows its secret there. */
public record TellsItsTokenAllTheSame(String token) {

    @Override
    public String toString() {
        return "token " + token;
    }
}
