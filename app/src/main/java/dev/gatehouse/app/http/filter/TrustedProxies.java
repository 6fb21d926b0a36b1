package dev.gatehouse.app.http.filter;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The networks whose word on forwarded addresses counts, and the walk from the connection back to the client.
 *
 * @param networks none at all unless the operator names them
 */
public record TrustedProxies(List<Network> networks) {

    /** A network in CIDR notation. */
    public record Network(InetAddress address, int prefix) {

        /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
        public static Network of(String cidr) {
            int slash = cidr.indexOf('/');
            var address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
            int bits = address.getAddress().length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("a prefix of 0 to " + bits + " bits, not " + cidr);
            }
            return new Network(address, prefix);
        }

        /** Whether an address is of this network; one of another family never is. */
        public boolean contains(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            int whole = prefix / 8;
            int mask = 0xFF00 >> (prefix % 8) & 0xFF;
            return Arrays.equals(mine, 0, whole, theirs, 0, whole)
                    && (mask == 0 || (mine[whole] & mask) == (theirs[whole] & mask));
        }
    }

    /** Reads networks separated by commas; a blank text is none. */
    public static TrustedProxies of(String cidrs) {
        return new TrustedProxies(Arrays.stream(cidrs.split(","))
                .map(String::strip)
                .filter(cidr -> !cidr.isEmpty())
                .map(Network::of)
                .toList());
    }

    /**
     * The right-most hop that is not a trusted proxy: every hop left of it could have been made up by it.
     *
     * @param peer the other end of the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in order
     */
    public InetAddress client(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            if (!trusts(client)) {
                return client;
            }
            Optional<InetAddress> next = literal(hop);
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** An address as written, never a name to look up. IPv4-mapped IPv6 comes out as IPv4. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
