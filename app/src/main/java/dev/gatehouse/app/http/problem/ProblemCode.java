package dev.gatehouse.app.http.problem;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** Every kind of problem a client can meet, with its status. The name in kebab-case is the stable {@code code}. */
public enum ProblemCode {
    INVALID_INPUT(HttpStatus.BAD_REQUEST, "Some fields of the request are not valid; see errors."),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read: it is not the JSON, or the HTTP, that is expected here."),
    INVALID_MAIL_TOKEN(
            HttpStatus.BAD_REQUEST,
            "The link does not work any more: it was used, ran out, or there is a newer one. Ask for another."),
    INVALID_CODE(HttpStatus.BAD_REQUEST, "That is not the code that was sent."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is needed: Authorization: Bearer <token>."),
    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED, "E-mail and password do not belong together."),
    INVALID_REFRESH_TOKEN(
            HttpStatus.UNAUTHORIZED, "The refresh token is not valid, or its session is over: log in again."),
    REFRESH_TOKEN_REUSED(
            HttpStatus.UNAUTHORIZED, "The refresh token was used before, so its session has been ended: log in again."),
    FRESH_AUTHENTICATION_REQUIRED(
            HttpStatus.UNAUTHORIZED, "It is too long ago that you have shown who you are: do so at /api/auth/step-up."),
    SECOND_FACTOR_REQUIRED(
            HttpStatus.UNAUTHORIZED,
            "This takes a second factor: show yours at /api/auth/step-up, or set one up at /api/auth/mfa."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not allow this."),
    CROSS_SITE_REQUEST(
            HttpStatus.FORBIDDEN,
            "Cookies count only with X-Gatehouse-Client: browser, and from an origin that is allowed here."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here."),
    UPLOAD_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such upload, or it is over: begin another with POST."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address knows other methods; see Allow."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is JSON, which Accept excludes."),
    EMAIL_TAKEN(HttpStatus.CONFLICT, "An account with this e-mail address exists: log in, or choose another address."),
    UPLOAD_INCOMPLETE(HttpStatus.CONFLICT, "The image that was announced has not arrived: upload it, then try again."),
    UPLOAD_IN_PROGRESS(
            HttpStatus.CONFLICT, "The upload is being made the avatar already: read the profile in a moment."),
    VIN_TAKEN(HttpStatus.CONFLICT, "The owner has another vehicle with this VIN."),
    TOO_MANY_VEHICLES(
            HttpStatus.CONFLICT, "You have as many vehicles as one owner may have: remove one, then add this."),
    LAST_ADMINISTRATOR(
            HttpStatus.CONFLICT, "There would be no administrator left who may log in: make another one first."),
    SECOND_FACTOR_ON(HttpStatus.CONFLICT, "You have a second factor: remove it first, if you want another."),
    SECOND_FACTOR_NOT_SET_UP(
            HttpStatus.CONFLICT, "There is no second factor here that this could be about: set one up first."),
    CHALLENGE_EXPIRED(HttpStatus.GONE, "The code is over, or was tried too often: ask for another."),
    VERSION_MISMATCH(
            HttpStatus.PRECONDITION_FAILED, "Somebody changed it first: read it again, then send your change."),
    BODY_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body is larger than is accepted here."),
    URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "The address is longer than is accepted here."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body is of a type that is not taken here, mostly another than application/json, or compressed."),
    AVATAR_NOT_AN_IMAGE(HttpStatus.UNPROCESSABLE_ENTITY, "The bytes are no JPEG or PNG that can be read to its end."),
    AVATAR_TYPE_MISMATCH(HttpStatus.UNPROCESSABLE_ENTITY, "The image is of another type than was announced."),
    AVATAR_TOO_LARGE(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "The image has more pixels than is accepted: 10000 a side, 50 million in all, half of that if progressive."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_ENTITY, "You have used this Idempotency-Key for another request: take a new one."),
    ACCOUNT_LOCKED(HttpStatus.TOO_MANY_REQUESTS, "Too many logins have failed: try again after Retry-After."),
    CODE_TOO_SOON(HttpStatus.TOO_MANY_REQUESTS, "A code was sent there a moment ago: try again after Retry-After."),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "You have asked too often: try again after Retry-After."),
    AVATAR_QUOTA_EXCEEDED(
            HttpStatus.TOO_MANY_REQUESTS, "You have begun too many uploads: try again after Retry-After."),
    TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS, "You follow your notifications too often at once: close a stream."),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are larger than is accepted."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; the request id finds it in our log."),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "A part we need does not answer: try again after Retry-After."),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many ask for this at once: try again after Retry-After.");

    private final HttpStatus status;
    private final String detail;

    ProblemCode(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The kebab-case form that clients see and may rely on. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    /** One sentence for people, with the next step where there is one. */
    public String detail() {
        return detail;
    }

    /** The code for a refusal of the framework that has nothing but a status. */
    public static ProblemCode of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> UNAUTHENTICATED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case REQUEST_ENTITY_TOO_LARGE -> BODY_TOO_LARGE;
            case REQUEST_URI_TOO_LONG -> URI_TOO_LONG;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> HEADERS_TOO_LARGE;
            case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
            default -> status.getCode() < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
