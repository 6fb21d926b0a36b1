package dev.gatehouse.app.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code import FILE [URL]}: takes over the users in a file of JSON lines, page by page, from the API at the URL.
 *
 * <p>How far it came is in {@code FILE.resume}, from where the next run goes on; the lines that were refused are in
 * {@code FILE.refused}. Any run may be repeated: who is there stays as they are.
 */
public final class ImportCommand {

    private static final String USAGE = """
            usage: import FILE [URL]

            Takes over the users in FILE, one JSON object a line: {"email":…,"name":…,"passwordHash":…} with
            "emailVerified" and "phone" if need be. URL is that of Gatehouse, http://localhost:8080 if none is given.
            Who imports is an administrator: GATEHOUSE_ADMIN_EMAIL and GATEHOUSE_ADMIN_PASSWORD, or an access token in
            GATEHOUSE_TOKEN. A GATEHOUSE_API_KEY is sent as X-API-Key, to be free of rate limits.

            An import that was stopped goes on where it was: FILE.resume. What was refused is in FILE.refused.""";

    private ImportCommand() {}

    /**
     * Runs to the end.
     *
     * @param variables of the environment by their names; blank where there is none
     * @return the status to exit with: 0 when every line was sent, whatever became of it; 2 for wrong arguments
     */
    public static int run(List<String> arguments, UnaryOperator<String> variables) {
        return run(arguments, variables, Terminal.current());
    }

    static int run(List<String> arguments, UnaryOperator<String> variables, Terminal terminal) {
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.getFirst().startsWith("-")) {
            terminal.out().println(USAGE);
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        try {
            demandFile(file);
            var client =
                    new ImportClient(uri(arguments.size() == 2 ? arguments.getLast() : here(variables)), variables);
            new FileImport(file, client, terminal).run();
            return 0;
        } catch (CommandFailed failed) {
            terminal.out().println(failed.getMessage());
            return 1;
        }
    }

    private static String here(UnaryOperator<String> variables) {
        String port = variables.apply("GATEHOUSE_PORT");
        return "http://localhost:" + (port.isBlank() ? "8080" : port);
    }

    private static void demandFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(file + " is no file.");
        }
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException invalid) {
            throw new CommandFailed(text + " is no URL.", invalid);
        }
    }
}
