package dev.gatehouse.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A bar that grows: over itself where the terminal allows, else as a line for every tenth. */
final class Progress {

    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final long total;
    private final long begun = System.nanoTime();
    private long imported;
    private long present;
    private long refused;
    private int shown;

    /**
     * @param total bytes of the file
     * @param done bytes that need no more work
     */
    Progress(Terminal terminal, long total, long done) {
        this.terminal = terminal;
        this.total = Math.max(1, total);
        this.shown = tenths(done);
    }

    void add(long moreImported, long morePresent, long moreRefused) {
        imported += moreImported;
        present += morePresent;
        refused += moreRefused;
    }

    /** Shows where it is. */
    void show(long bytes) {
        if (terminal.rewrites()) {
            terminal.out().print("\r" + line(bytes));
        } else if (tenths(bytes) > shown) {
            shown = tenths(bytes);
            terminal.out().println(line(bytes));
        }
    }

    /** Says what became of all of it. */
    void end(Path refusedFile) {
        if (terminal.rewrites()) {
            terminal.out().println();
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d imported, %,d were there, %,d refused%s.",
                        imported,
                        present,
                        refused,
                        refused > 0 ? " (" + refusedFile + ")" : ""));
    }

    private String line(long bytes) {
        int filled = (int) Math.min(WIDTH, WIDTH * bytes / total);
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        long rows = imported + present + refused;
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d rows  %,.0f/s  %,d refused ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.min(100, 100 * bytes / total),
                rows,
                rows / Math.max(0.001, seconds),
                refused);
    }

    private int tenths(long bytes) {
        return (int) (10 * bytes / total);
    }
}
