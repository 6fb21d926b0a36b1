package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedisPlaceTest {

    private static RedisPlace of(String url, boolean cluster) {
        return RedisPlace.of(RedisURI.create(url), cluster, "");
    }

    private static List<String> nodes(RedisPlace place) {
        assertThat(place).isInstanceOf(RedisPlace.Cluster.class);
        return ((RedisPlace.Cluster) place)
                .nodes().stream().map(Address::of).map(Address::toString).toList();
    }

    private static RedisCredentials credentials(RedisURI uri) {
        return uri.getCredentialsProvider().resolveCredentials().blockOptional().orElseThrow();
    }

    @Test
    void oneHostIsOneServer() {
        RedisURI uri = RedisURI.create("redis://:secret@redis.example:7000/3");
        assertThat(RedisPlace.of(uri, false, "")).isEqualTo(new RedisPlace.Server(uri));
    }

    @Test
    void severalHostsAreACluster() {
        assertThat(nodes(of("redis://a.example:7000,b.example,10.0.0.3:7002", false)))
                .containsExactly("a.example:7000", "b.example:6379", "10.0.0.3:7002");
    }

    @Test
    void oneHostIsAClusterWhereItIsSaidToBe() {
        assertThat(nodes(of("redis://cluster.example", true))).containsExactly("cluster.example:6379");
        assertThat(nodes(of("redis://[::1]:7000", true))).containsExactly("[::1]:7000");
    }

    @Test
    void everyNodeIsAskedInTheSameNameAndOverTls() {
        var cluster = (RedisPlace.Cluster) of("rediss://ada:se%63ret@a.example,b.example", false);
        assertThat(cluster.nodes()).hasSize(2).allSatisfy(node -> {
            assertThat(node.isSsl()).isTrue();
            assertThat(credentials(node).getUsername()).isEqualTo("ada");
            assertThat(credentials(node).getPassword()).isEqualTo("secret".toCharArray());
        });
    }

    @Test
    void sentinelsHaveAPasswordOfTheirOwn() {
        RedisURI uri = RedisURI.create("redis-sentinel://:secret@a.example,b.example:7000/2#main");
        var place = (RedisPlace.Server) RedisPlace.of(uri, false, "watch");
        assertThat(credentials(place.uri()).getPassword()).isEqualTo("secret".toCharArray());
        assertThat(place.uri().getDatabase()).isEqualTo(2);
        assertThat(place.uri().getSentinels()).hasSize(2).allSatisfy(sentinel -> assertThat(
                        credentials(sentinel).getPassword())
                .isEqualTo("watch".toCharArray()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis://a.example,b.example/1 | false",
                "redis://a.example/1 | true",
                "redis://a.example:x,b.example | false",
                "redis-sentinel://a.example#main | true"
            })
    void whatContradictsItselfIsRefused(String url, boolean cluster) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> of(url, cluster));
    }
}
