package dev.gatehouse.identity.model;

/** A signed access token, as the client sends it. */
public record AccessToken(String text) {

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
