package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import org.junit.jupiter.api.Test;

final class WaryGenerationsTest implements GenerationsContract {

    private final InMemoryGenerations behind = new InMemoryGenerations();
    private final Outages outages = new Outages(Clock.systemUTC());
    private final Generations generations = new WaryGenerations(behind, outages);

    @Override
    public Generations generations() {
        return generations;
    }

    @Test
    void aListThatCouldNotAdvanceShowsNoPageFromBefore() {
        var pages = new InMemoryCache<String>();
        var wary = new WaryCache<>(pages, outages);
        pages.put("page", CacheContract.entry("page", 0));
        assertThat(wary.find("page")).isPresent();
        behind.failing(true);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> generations.advance("list"));
        assertThat(wary.find("page")).isEmpty();
    }

    @Test
    void aNumberThatCannotBeReadIsAnOutageToo() {
        var pages = new InMemoryCache<String>();
        pages.put("page", CacheContract.entry("page", 0));
        behind.failing(true);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> generations.current("list"));
        assertThat(new WaryCache<>(pages, outages).find("page")).isEmpty();
    }
}
