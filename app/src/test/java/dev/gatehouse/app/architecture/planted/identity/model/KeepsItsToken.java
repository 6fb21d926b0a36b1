package dev.gatehouse.app.architecture.planted.identity.model;

/** Breaks no rule. */
public record KeepsItsToken(String token) {

    @Override
    public String toString() {
        return "KeepsItsToken[…]";
    }
}
