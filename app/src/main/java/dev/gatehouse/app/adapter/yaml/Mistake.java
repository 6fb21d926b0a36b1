package dev.gatehouse.app.adapter.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** What is wrong in a text, and in which line. */
final class Mistake extends RuntimeException {

    Mistake(Node where, String why) {
        super("line %d: %s".formatted(where.getStartMark().getLine() + 1, why));
    }
}
