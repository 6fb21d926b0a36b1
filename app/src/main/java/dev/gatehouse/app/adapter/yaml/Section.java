package dev.gatehouse.app.adapter.yaml;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of YAML whose every key somebody must take: one that nobody knows is a mistake. */
final class Section {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::([^}]*))?}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)?");

    private final Node node;
    private final UnaryOperator<String> variables;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    /**
     * @param variables gives the value of a variable, blank where it is not set
     */
    Section(Node node, UnaryOperator<String> variables) {
        this.node = node;
        this.variables = variables;
        if (!(node instanceof MappingNode mapping)) {
            throw new Mistake(node, "keys and values are expected here");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (entries.put(key, entry.getValueNode()) != null) {
                throw new Mistake(entry.getKeyNode(), "a second " + key);
            }
        }
    }

    private String text(Node scalar) {
        if (!(scalar instanceof ScalarNode text)) {
            throw new Mistake(scalar, "a single value is expected here");
        }
        return VARIABLE.matcher(text.getValue()).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult variable) {
        String value = variables.apply(variable.group(1));
        return value.isBlank() && variable.group(2) != null ? variable.group(2) : value;
    }

    Mistake mistake(String why) {
        return new Mistake(node, why);
    }

    Optional<Section> section(String key) {
        return take(key).map(taken -> new Section(taken, variables));
    }

    /** All that is left, each a section by its key. */
    Map<String, Section> sections() {
        return rest(taken -> new Section(taken, variables));
    }

    /** All that is left, each a number by its key. */
    Map<String, Integer> numbers() {
        return rest(taken -> number(taken, text(taken)));
    }

    private <T> Map<String, T> rest(Function<Node, T> reader) {
        var read = new LinkedHashMap<String, T>();
        entries.forEach((key, taken) -> read.put(key, reader.apply(taken)));
        entries.clear();
        return read;
    }

    /** Whether nothing stands behind a key, which is taken then. */
    boolean isBlank(String key) {
        Node value = entries.get(key);
        return value instanceof ScalarNode && text(value).isBlank() && entries.remove(key, value);
    }

    Optional<Integer> number(String key) {
        return take(key).map(taken -> number(taken, text(taken)));
    }

    private static int number(Node where, String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new Mistake(where, "a whole number is expected here, not " + text);
        }
        return Integer.parseInt(text);
    }

    Optional<Duration> duration(String key) {
        return take(key).map(taken -> duration(taken, text(taken)));
    }

    private static Duration duration(Node where, String text) {
        Matcher form = DURATION.matcher(text);
        if (!form.matches()) {
            throw new Mistake(where, "a time like 30s, 15m, 12h, 7d is expected here, not " + text);
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case null, default -> Duration.ofSeconds(number);
        };
    }

    /** One of several words; each stands for a value. */
    <T> Optional<T> word(String key, Map<String, T> words) {
        return take(key).map(taken -> {
            T meant = words.get(text(taken));
            if (meant == null) {
                throw new Mistake(taken, "one of " + String.join(", ", words.keySet()) + " is expected here");
            }
            return meant;
        });
    }

    Optional<List<String>> texts(String key, Pattern form) {
        return take(key).map(taken -> {
            if (!(taken instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
                throw new Mistake(taken, "a list is expected here");
            }
            return sequence.getValue().stream().map(one -> text(one, form)).toList();
        });
    }

    private String text(Node one, Pattern form) {
        String text = text(one);
        if (!form.matcher(text).matches()) {
            throw new Mistake(one, "this cannot be: " + text);
        }
        return text;
    }

    private Optional<Node> take(String key) {
        return Optional.ofNullable(entries.remove(key));
    }

    /** Makes sure that all of it was taken. */
    void end() {
        entries.forEach((key, left) -> {
            throw new Mistake(left, "nobody knows " + key);
        });
    }
}
