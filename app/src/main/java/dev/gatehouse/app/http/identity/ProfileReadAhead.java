package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.LocateProfile;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/**
 * Reads the caller's profile while the session check is still waiting for Redis, so that the two wait once.
 *
 * <p>What was read is handed out only to the caller whom the check let in.
 */
@Singleton
class ProfileReadAhead {

    /** Marks a route that shows the caller's profile. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Wanted {}

    private record UnderWay(UserId user, CompletableFuture<ReadProfile.Result> result) {}

    private static final String ATTRIBUTE = "gatehouse.profile-read-ahead";

    private final LocateProfile locateProfile;
    private final ReadProfile readProfile;
    private final ExecutorService executor;

    ProfileReadAhead(
            LocateProfile locateProfile,
            ReadProfile readProfile,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.locateProfile = locateProfile;
        this.readProfile = readProfile;
        this.executor = executor;
    }

    /** Starts reading if the request's route wants it, and it would have to be waited for. */
    void start(HttpRequest<?> request, UserId user) {
        boolean wanted = RouteAttributes.getRouteInfo(request)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(Wanted.class))
                .isPresent();
        if (wanted && locateProfile.handle(new LocateProfile.Command(user)) instanceof LocateProfile.Result.Far) {
            var result = CompletableFuture.supplyAsync(() -> read(user), executor);
            request.setAttribute(ATTRIBUTE, new UnderWay(user, result));
        }
    }

    /** The caller's profile: the one under way, or read now. */
    ReadProfile.Result take(HttpRequest<?> request, Caller caller) {
        return request.getAttribute(ATTRIBUTE, UnderWay.class)
                .filter(underWay -> underWay.user().equals(caller.user()))
                .map(underWay -> await(underWay.result()))
                .orElseGet(() -> read(caller.user()));
    }

    private ReadProfile.Result read(UserId user) {
        return readProfile.handle(new ReadProfile.Command(user));
    }

    private static ReadProfile.Result await(CompletableFuture<ReadProfile.Result> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }
}
