package dev.gatehouse.app.adapter.yaml;

import dev.gatehouse.ratelimit.PolicySource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Policies in a file of YAML, or in the one that comes with the application. */
public final class YamlPolicySource implements PolicySource {

    private static final String OWN = "/rate-limits.yml";
    private static final int LARGEST = 256 * 1024;

    private final @Nullable Path file;
    private final PolicyText reader;
    private @Nullable String last;

    /**
     * @param file null for the one that comes with the application
     * @param variables gives the value of a variable, blank where it is not set
     * @param window of a policy that has none
     * @param quota of a policy that has none
     */
    public YamlPolicySource(@Nullable Path file, UnaryOperator<String> variables, Duration window, int quota) {
        this.file = file;
        this.reader = new PolicyText(variables, window, quota);
    }

    @Override
    public synchronized Reading read() {
        String text;
        try {
            text = file == null ? own() : Files.readString(file);
        } catch (IOException unreadable) {
            return wrong("", "the file cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
        return text.equals(last) ? new Reading.Unchanged() : read(text);
    }

    private Reading read(String text) {
        try {
            var reading = new Reading.Read(reader.read(compose(text)));
            last = text;
            return reading;
        } catch (Mistake mistake) {
            return wrong(text, String.valueOf(mistake.getMessage()));
        } catch (MarkedYAMLException notYaml) {
            return wrong(text, "line %d: %s".formatted(notYaml.getProblemMark().getLine() + 1, notYaml.getProblem()));
        } catch (YAMLException notYaml) {
            return wrong(text, String.valueOf(notYaml.getMessage()));
        }
    }

    private static Node compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(8);
        Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        if (root == null) {
            throw new YAMLException("line 1: there is nothing");
        }
        return root;
    }

    private Reading wrong(String text, String reason) {
        if (text.equals(last)) {
            return new Reading.Unchanged();
        }
        last = text;
        return new Reading.Wrong((file == null ? OWN : file) + ", " + reason);
    }

    private static String own() throws IOException {
        try (var own = YamlPolicySource.class.getResourceAsStream(OWN)) {
            if (own == null) {
                throw new IOException("no " + OWN);
            }
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
