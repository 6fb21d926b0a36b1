package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The programs of PostgreSQL, run as a user they accept.
 *
 * @param installation the directory that holds {@code bin}
 */
record PostgresPrograms(Path installation, RunAs user) {

    static PostgresPrograms in(Home home) {
        try {
            return new PostgresPrograms(home.binaries().postgres(), RunAs.forServerIn(home.directory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of the binaries, which even root may ask for. */
    static String version(Home home) {
        var line = Command.of(home.binaries().postgres().resolve("bin/postgres"), "--version")
                .runOrFail("");
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    void own(Path directory) throws IOException {
        user.own(directory);
    }

    /** Makes an empty cluster whose superuser has this password, and which sorts and folds alike on every machine. */
    void initialize(Path data, Path passwordFile) {
        command(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--set=timezone=UTC",
                        "--set=log_timezone=UTC")
                .runOrFail("");
    }

    /** Runs statements, one a line, in a cluster that no server serves; the first failure ends it. */
    void execute(Path data, String statements) {
        command(
                        "postgres",
                        "--single",
                        "-D",
                        data,
                        "-c",
                        "exit_on_error=true",
                        "-c",
                        "log_min_error_statement=panic",
                        "postgres")
                .runOrFail(statements);
    }

    Command.Outcome run(String program, Object... arguments) {
        return command(program, arguments).run();
    }

    private Command command(String program, Object... arguments) {
        var line = new Object[arguments.length + 1];
        line[0] = installation.resolve("bin").resolve(program);
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return user.command(line);
    }
}
