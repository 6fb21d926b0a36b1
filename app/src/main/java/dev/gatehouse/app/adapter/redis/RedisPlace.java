package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import java.util.List;
import java.util.stream.Stream;

/** Where Redis is. */
public sealed interface RedisPlace {

    /** One server: the one of the URI, or the master that its sentinels name at each connection. */
    record Server(RedisURI uri) implements RedisPlace {}

    /**
     * A cluster.
     *
     * @param nodes any of its nodes, of which one must answer at the start; at least one
     */
    record Cluster(List<RedisURI> nodes) implements RedisPlace {

        public Cluster {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Reads a place.
     *
     * @param uri as Lettuce has it; several hosts with commas between them are nodes of a cluster
     * @param cluster whether a single host is a node of one, too
     * @param sentinelPassword what sentinels want to hear; empty for nothing
     * @throws IllegalArgumentException for a cluster that has sentinels or a database other than 0, or a port that is none
     */
    static RedisPlace of(RedisURI uri, boolean cluster, String sentinelPassword) {
        if (!uri.getSentinels().isEmpty()) {
            if (cluster) {
                throw new IllegalArgumentException("a cluster has no sentinels");
            }
            return new Server(withPassword(uri, sentinelPassword));
        }
        String hosts = String.valueOf(uri.getHost());
        if (!cluster && hosts.indexOf(',') < 0) {
            return new Server(uri);
        }
        if (uri.getDatabase() != 0) {
            throw new IllegalArgumentException("a cluster has the database 0 alone");
        }
        return new Cluster(
                Stream.of(hosts.split(",", -1)).map(host -> node(host, uri)).toList());
    }

    private static RedisURI withPassword(RedisURI uri, String sentinelPassword) {
        if (!sentinelPassword.isEmpty()) {
            var credentials = new StaticCredentialsProvider(null, sentinelPassword.toCharArray());
            uri.getSentinels().forEach(sentinel -> sentinel.setCredentialsProvider(credentials));
        }
        return uri;
    }

    private static RedisURI node(String host, RedisURI all) {
        int colon = host.lastIndexOf(':');
        if (host.startsWith("[") || colon < 0) {
            return new Address(host, all.getPort()).like(all);
        }
        try {
            return new Address(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1))).like(all);
        } catch (NumberFormatException noPort) {
            throw new IllegalArgumentException("a port is a number", noPort);
        }
    }
}
