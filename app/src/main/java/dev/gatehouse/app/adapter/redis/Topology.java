package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.SlotHash;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which node of a cluster each slot is on, and what other nodes there are, as one of them told. */
final class Topology {

    private final @Nullable Address[] owners = new @Nullable Address[SlotHash.SLOT_COUNT];
    private final Set<Address> masters = new LinkedHashSet<>();
    private final Set<Address> replicas = new LinkedHashSet<>();

    private Topology() {}

    /**
     * Reads the answer to CLUSTER SLOTS: first slot, last slot, master, replicas, in turn; of each node where it listens.
     *
     * @throws RedisException when no slot is on any node
     */
    static Topology read(List<?> ranges, Address teller) {
        var topology = new Topology();
        try {
            ranges.forEach(range -> topology.add((List<?>) range, teller));
        } catch (ClassCastException | IndexOutOfBoundsException foreign) {
            throw new RedisException("not an answer to CLUSTER SLOTS", foreign);
        }
        if (topology.masters.isEmpty()) {
            throw new RedisException(teller + " knows of no slots");
        }
        return topology;
    }

    private void add(List<?> range, Address teller) {
        int first = ((Long) range.get(0)).intValue();
        int last = ((Long) range.get(1)).intValue();
        address((List<?>) range.get(2), teller).ifPresent(master -> {
            Arrays.fill(owners, first, last + 1, master);
            masters.add(master);
        });
        range.subList(3, range.size())
                .forEach(replica -> address((List<?>) replica, teller).ifPresent(replicas::add));
    }

    /** A node without a host is where the teller is; one with a question mark does not say. */
    private static Optional<Address> address(List<?> node, Address teller) {
        String host = node.get(0) instanceof byte[] name ? new String(name, UTF_8) : "";
        int port = ((Long) node.get(1)).intValue();
        return host.equals("?")
                ? Optional.empty()
                : Optional.of(new Address(host.isEmpty() ? teller.host() : host, port));
    }

    Optional<Address> owner(int slot) {
        return Optional.ofNullable(owners[slot]);
    }

    /** The nodes that slots are on. */
    Set<Address> masters() {
        return masters;
    }

    /** The nodes that may come to have slots. */
    Set<Address> replicas() {
        return replicas;
    }

    boolean hasTheOwnersOf(@Nullable Topology other) {
        return other != null && Arrays.equals(owners, other.owners);
    }
}
