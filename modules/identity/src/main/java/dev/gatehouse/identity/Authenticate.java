package dev.gatehouse.identity;

import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells who calls, from the access token of a request: the token must be authentic, and its session alive now. */
public final class Authenticate {

    /**
     * @param accessToken any text
     * @param meanwhile told what an authentic token says while its session is being checked, to do what will be needed
     *     if it lives; nothing it does may be shown before the result
     */
    public record Command(String accessToken, Consumer<AccessClaims> meanwhile) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /**
         * @param claims what the token says
         * @param until when the token or its session ends by itself, whichever comes first
         */
        record Authenticated(Caller caller, AccessClaims claims, Instant until) implements Result {}

        /**
         * @param reason for the log alone
         */
        record Rejected(String reason) implements Result {}
    }

    private final AccessTokens tokens;
    private final SessionStore sessions;

    public Authenticate(AccessTokens tokens, SessionStore sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** A token that is not authentic costs no round trip; a session whose state cannot be known lets nobody in. */
    public Result handle(Command command) {
        return switch (tokens.read(command.accessToken())) {
            case AccessTokens.Reading.Valid(AccessClaims claims) -> {
                var session = sessions.askLive(claims.user(), claims.session(), claims.id());
                command.meanwhile().accept(claims);
                yield live(claims, session.get());
            }
            case AccessTokens.Reading.Invalid(String reason) -> new Result.Rejected(reason);
        };
    }

    private static Result live(AccessClaims claims, Optional<LiveSession> session) {
        return session.filter(found -> found.epoch() == claims.epoch())
                .<Result>map(found -> new Result.Authenticated(
                        new Caller(found.user(), found.id(), found.role()),
                        claims,
                        earlier(claims.expiresAt(), found.until())))
                .orElseGet(() -> new Result.Rejected("the session is over, or the token was revoked"));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
