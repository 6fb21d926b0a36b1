package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Invalidations.Change;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What everything that tells of changes of a shared cache promises. */
public interface InvalidationsContract {

    /** What is heard here. */
    Invalidations invalidations();

    /** The cache as this instance asks it. */
    Cache<String> here();

    /** The same cache as another instance changes it. */
    Cache<String> elsewhere();

    private static String key() {
        return "contract:{" + UUID.randomUUID() + "}";
    }

    /** Asks about something else that is kept beside a key. */
    private void askBeside(String key) {
        here().find(key + ":another");
    }

    private List<Change> heard() {
        var heard = new CopyOnWriteArrayList<Change>();
        invalidations().follow(heard::add);
        return heard;
    }

    @Test
    default void changesAreHeard() {
        assertThat(invalidations().areHeard()).isTrue();
    }

    @Test
    default void aChangeIsHeardBeforeTheNextAnswerWhateverWasAsked() {
        var heard = heard();
        for (int i = 0; i < 1_000; i++) {
            String key = key();
            elsewhere().put(key, CacheContract.entry("value", 1));
            askBeside(key);
            assertThat(heard).contains(new Change.Of(key));
            heard.clear();
        }
    }

    @Test
    default void aTombstoneAndAnEvictionAreChanges() {
        var heard = heard();
        String key = key();
        elsewhere().invalidate(key, 2);
        askBeside(key);
        assertThat(heard).contains(new Change.Of(key));
        heard.clear();
        elsewhere().evict(key);
        askBeside(key);
        assertThat(heard).contains(new Change.Of(key));
    }

    @Test
    default void whatIsOnlyReadDoesNotChange() {
        String key = key();
        elsewhere().put(key, CacheContract.entry("value", 1));
        here().find(key);
        var heard = heard();
        elsewhere().find(key);
        here().find(key);
        assertThat(heard).doesNotContain(new Change.Of(key));
    }
}
