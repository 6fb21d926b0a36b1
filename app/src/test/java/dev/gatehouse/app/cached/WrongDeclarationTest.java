package dev.gatehouse.app.cached;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;

/** What a start says of a declaration that could not work. */
final class WrongDeclarationTest {

    @Singleton
    @Requires(property = Beans.CHOICE, value = "NoSuchParameter")
    static class NoSuchParameter {
        @Cached("readings:{plaice}")
        Optional<String> find(String place) {
            return Optional.of(place);
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "NoTemplate")
    static class NoTemplate {
        @Cached("readings{place}")
        String find(String place) {
            return place;
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "ParameterThatMayBeNull")
    static class ParameterThatMayBeNull {
        @Cached("readings:{place}")
        String find(@Nullable String place) {
            return String.valueOf(place);
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "ParameterWithoutText")
    static class ParameterWithoutText {
        @Cached("readings:{request}")
        String find(HttpRequest<?> request) {
            return request.getPath();
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "AnswersWithAResponse")
    static class AnswersWithAResponse {
        @Cached("readings:{place}")
        HttpResponse<String> find(String place) {
            return HttpResponse.ok(place);
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "AnswersLater")
    static class AnswersLater {
        @Cached("readings:{place}")
        @Nullable
        Publisher<String> find(String place) {
            return null;
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "NoTime")
    static class NoTime {
        @Cached(value = "readings:{place}", ttl = "soon")
        String find(String place) {
            return place;
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "TwoTypes")
    static class TwoTypes {
        @Cached("readings:{place}")
        String find(String place) {
            return place;
        }

        @Cached("readings:{place}")
        Integer measure(String place) {
            return place.length();
        }
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "EvictsNothing")
    static class EvictsNothing {
        @CacheEvicts("readings:{place}")
        void write(String place) {}
    }

    @Singleton
    @Requires(property = Beans.CHOICE, value = "EvictsForNobody")
    static class EvictsForNobody {
        @CacheEvicts("readings:{plaice}")
        void write(String place) {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NoSuchParameter        | @Cached("readings:{plaice}") on NoSuchParameter.find: it has no parameter plaice
            NoTemplate             | @Cached("readings{place}") on NoTemplate.find: a template is a name and parts
            ParameterThatMayBeNull | on ParameterThatMayBeNull.find: its parameter place may be null
            ParameterWithoutText   | on ParameterWithoutText.find: its parameter request may be null, or of a type without
            AnswersWithAResponse   | io.micronaut.http.HttpResponse cannot be read back from JSON
            AnswersLater           | org.reactivestreams.Publisher cannot be read back from JSON
            NoTime                 | on NoTime.find: no time: soon
            TwoTypes               | there
            EvictsNothing          | @CacheEvicts("readings:{place}") on EvictsNothing.write: no method caches anything there
            EvictsForNobody        | on EvictsForNobody.write: it has no parameter plaice
            """)
    void aStartRefusesItAndSaysWhy(String bean, String words) throws ClassNotFoundException {
        Class<?> wrong = Class.forName(WrongDeclarationTest.class.getName() + "$" + bean);
        assertThatThrownBy(() -> new Beans().start(wrong).close())
                .hasStackTraceContaining(IllegalStateException.class.getName())
                .hasStackTraceContaining(words);
    }
}
