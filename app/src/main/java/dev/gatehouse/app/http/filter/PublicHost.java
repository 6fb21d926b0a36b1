package dev.gatehouse.app.http.filter;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What we are called from outside: what the operator said, whatever a request's Host says. */
@Singleton
@Replaces(DefaultHttpHostResolver.class)
final class PublicHost implements HttpHostResolver {

    private final String url;

    PublicHost(@Value("${gatehouse.public-url}") String url) {
        this.url = url;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework's interface has it
    public String resolve(@Nullable HttpRequest request) {
        return url;
    }
}
