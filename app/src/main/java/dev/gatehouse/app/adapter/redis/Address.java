package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisURI;

/** Where a node of a cluster is reached. */
record Address(String host, int port) {

    static Address of(RedisURI uri) {
        return new Address(uri.getHost(), uri.getPort());
    }

    /**
     * Reads {@code host:port}, as nodes write it: an IPv6 address has no brackets.
     *
     * @param teller the node that says so: it leaves its own host out
     */
    static Address read(String text, Address teller) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon);
        return new Address(host.isEmpty() ? teller.host : host, Integer.parseInt(text.substring(colon + 1)));
    }

    /** The URI of this node, in all else like that of another. */
    RedisURI like(RedisURI other) {
        return RedisURI.builder(other).withHost(host).withPort(port).build();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
