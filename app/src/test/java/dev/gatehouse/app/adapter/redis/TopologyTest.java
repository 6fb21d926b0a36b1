package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TopologyTest {

    private static final Address TELLER = new Address("teller.example", 6379);

    private static List<?> node(@Nullable String host, long port) {
        var node = new ArrayList<@Nullable Object>();
        node.add(host == null ? null : host.getBytes(UTF_8));
        node.addAll(List.of(port, "id".getBytes(UTF_8), List.of()));
        return node;
    }

    private static List<?> range(long first, long last, List<?>... nodes) {
        var range = new ArrayList<Object>(List.of(first, last));
        Collections.addAll(range, nodes);
        return range;
    }

    private static Topology read(List<?>... ranges) {
        return Topology.read(List.of(ranges), TELLER);
    }

    @Test
    void eachSlotHasItsMaster() {
        Topology topology = read(
                range(0, 8_191, node("10.0.0.1", 1), node("10.0.0.3", 3)), range(8_192, 16_382, node("10.0.0.2", 2)));
        assertThat(topology.owner(0)).contains(new Address("10.0.0.1", 1));
        assertThat(topology.owner(8_191)).contains(new Address("10.0.0.1", 1));
        assertThat(topology.owner(8_192)).contains(new Address("10.0.0.2", 2));
        assertThat(topology.owner(16_383)).isEmpty();
        assertThat(topology.masters()).containsExactly(new Address("10.0.0.1", 1), new Address("10.0.0.2", 2));
        assertThat(topology.replicas()).containsExactly(new Address("10.0.0.3", 3));
    }

    @Test
    void aNodeWithoutAHostIsWhereItsTellerIs() {
        assertThat(read(range(0, 1, node("", 7))).owner(0)).contains(new Address("teller.example", 7));
        assertThat(read(range(0, 1, node(null, 7))).owner(0)).contains(new Address("teller.example", 7));
    }

    @Test
    void aNodeThatDoesNotSayWhereItIsHasNoSlots() {
        Topology topology = read(range(0, 1, node("?", 7)), range(2, 3, node("10.0.0.1", 1)));
        assertThat(topology.owner(0)).isEmpty();
        assertThat(topology.owner(2)).isPresent();
    }

    @Test
    void whatIsNoAnswerOrTellsOfNothingIsRefused() {
        assertThatExceptionOfType(RedisException.class).isThrownBy(TopologyTest::read);
        assertThatExceptionOfType(RedisException.class).isThrownBy(() -> read(List.of("0", "1")));
        assertThatExceptionOfType(RedisException.class).isThrownBy(() -> read(List.of(0L)));
    }

    @Test
    void twoTopologiesAreTheSameIfEverySlotIsWhereItWas() {
        Topology topology = read(range(0, 9, node("10.0.0.1", 1)));
        assertThat(topology.hasTheOwnersOf(read(range(0, 9, node("10.0.0.1", 1), node("10.0.0.2", 2)))))
                .isTrue();
        assertThat(topology.hasTheOwnersOf(read(range(0, 8, node("10.0.0.1", 1)))))
                .isFalse();
        assertThat(topology.hasTheOwnersOf(null)).isFalse();
    }

    @Test
    void aRedirectNamesItsNode() {
        assertThat(Address.read("10.0.0.1:7000", TELLER)).isEqualTo(new Address("10.0.0.1", 7_000));
        assertThat(Address.read("::1:7000", TELLER)).isEqualTo(new Address("::1", 7_000));
        assertThat(Address.read(":7000", TELLER)).isEqualTo(new Address("teller.example", 7_000));
    }
}
