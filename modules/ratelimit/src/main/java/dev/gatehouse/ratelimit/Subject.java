package dev.gatehouse.ratelimit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whose doings are counted together: an address, a user, or whatever else a policy counts by.
 *
 * @param kind in kebab-case
 * @param id any text of 1 to 256 characters
 */
public record Subject(String kind, String id) {

    public static final String IP = "ip";
    public static final String USER = "user";

    private static final Pattern KIND = Pattern.compile("[a-z]{1,16}(-[a-z]{1,16}){0,2}");
    private static final int LONGEST = 256;
    private static final byte[] MAPPED = HexFormat.of().parseHex("00000000000000000000ffff");

    public Subject {
        if (!KIND.matcher(kind).matches() || id.isEmpty() || id.length() > LONGEST) {
            throw new IllegalArgumentException("a kind in kebab-case and an id of 1 to 256 characters");
        }
    }

    /** A user, by its id. */
    public static Subject user(String id) {
        return new Subject(USER, id);
    }

    /**
     * An address: of IPv4 the whole, of IPv6 the first 64 bits, because whoever has one address there has all of its
     * network. An IPv4 address written as IPv6 ({@code ::ffff:1.2.3.4}) is that IPv4 address.
     */
    public static Subject ip(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return new Subject(IP, address.getHostAddress());
        }
        if (Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)) {
            return new Subject(
                    IP,
                    "%d.%d.%d.%d".formatted(bytes[12] & 0xff, bytes[13] & 0xff, bytes[14] & 0xff, bytes[15] & 0xff));
        }
        var network = new StringBuilder();
        for (int group = 0; group < 8; group += 2) {
            network.append(Integer.toHexString((bytes[group] & 0xff) << 8 | (bytes[group + 1] & 0xff)))
                    .append(':');
        }
        return new Subject(IP, network + ":/64");
    }
}
