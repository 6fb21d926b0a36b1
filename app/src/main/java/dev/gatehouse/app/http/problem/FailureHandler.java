package dev.gatehouse.app.http.problem;

import dev.gatehouse.app.http.filter.RequestId;
import dev.gatehouse.caching.LoadsBusy;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.idempotency.port.AnswerStoreUnavailable;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.media.port.AvatarImagesBusy;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import dev.gatehouse.media.port.UploadStoreUnavailable;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.settings.port.SettingsUnavailable;
import dev.gatehouse.vehicle.port.VehicleStoreUnavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is thrown through a controller: input that is not valid, a part that is down, and our own faults. */
@Singleton
final class FailureHandler implements ExceptionHandler<RuntimeException, MutableHttpResponse<Problem>> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // as the framework's interface has it
    public MutableHttpResponse<Problem> handle(HttpRequest request, RuntimeException failure) {
        return switch (failure) {
            case InvalidInput invalid -> Problem.answer(request, ProblemCode.INVALID_INPUT, invalid.errors());
            case StoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case ChallengeStoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case UnitOfWorkUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case UploadStoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case VehicleStoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case AnswerStoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case SettingsUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case ObjectStoreUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case PersonalDataUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case RateLimiterUnavailable down -> later(request, ProblemCode.SERVICE_UNAVAILABLE, down);
            case AvatarImagesBusy busy -> later(request, ProblemCode.OVERLOADED, busy);
            case LoadsBusy busy -> later(request, ProblemCode.OVERLOADED, busy);
            case PasswordHasherBusy busy -> later(request, ProblemCode.OVERLOADED, busy);
            default -> fault(request, failure);
        };
    }

    private static MutableHttpResponse<Problem> later(
            HttpRequest<?> request, ProblemCode code, RuntimeException cause) {
        LOG.atWarn()
                .addKeyValue("requestId", RequestId.of(request))
                .addKeyValue("cause", root(cause).toString())
                .log(cause.getMessage());
        return Problem.answer(request, code).header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static MutableHttpResponse<Problem> fault(HttpRequest<?> request, RuntimeException failure) {
        LOG.atError()
                .addKeyValue("requestId", RequestId.of(request))
                .setCause(failure)
                .log("a request failed");
        return Problem.answer(request, ProblemCode.INTERNAL_ERROR);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
