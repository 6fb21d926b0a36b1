package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an application together with the servers it needs, in one JVM: {@code Launcher <main class> [arguments]}.
 *
 * <p>Data and secrets are kept in {@code .gatehouse}, or where the property {@code gatehouse.data} says. What the
 * application would read from the environment reaches it as system properties of the same names. The servers are stopped
 * after the application: its shutdown hook is Micronaut's, or one in its main class.
 *
 * <p>{@code Launcher --rehearse <main class>} makes one user's visit on free ports and ends, for the JVM to record what a
 * start needs.
 */
public final class Launcher {

    private static final String MICRONAUT = "io.micronaut.runtime.Micronaut";
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final PrintStream console;
    private final Endpoints endpoints;
    private final DevServices services;
    private final CountDownLatch answered = new CountDownLatch(1);

    private Launcher(Variables variables, PrintStream console) {
        this.console = console;
        this.endpoints = Endpoints.of(variables);
        this.services = new DevServices(
                Path.of(System.getProperty("gatehouse.data", ".gatehouse")), variables, console::println);
    }

    public static void main(String[] args) throws InvocationTargetException, IllegalAccessException {
        var rehearsal = args.length > 0 && args[0].equals("--rehearse");
        var application = rehearsal ? Arrays.copyOfRange(args, 1, args.length) : args;
        if (application.length == 0) {
            System.err.println("usage: Launcher [--rehearse] <main class> [arguments]");
            System.exit(2);
        }
        if (rehearsal) {
            System.setProperty("GATEHOUSE_PORT", Integer.toString(Ports.free()));
            System.setProperty("GATEHOUSE_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        }
        try {
            new Launcher(Variables.current(), System.out).run(application, rehearsal);
        } catch (DevServiceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(String[] application, boolean rehearsal) throws InvocationTargetException, IllegalAccessException {
        var main = mainOf(application[0]);
        endpoints.demandFree();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main.getDeclaringClass()), "devservices-stop"));
        if (rehearsal) {
            services.wipe();
        }
        services.start().forEach(System::setProperty);
        Thread.ofPlatform().daemon().name("devservices-greet").start(() -> greet(rehearsal));
        main.invoke(null, (Object) Arrays.copyOfRange(application, 1, application.length));
    }

    private void greet(boolean rehearsal) {
        var answers = endpoints.awaitAnswer();
        if (answers) {
            answered.countDown();
            awaitServers();
        }
        if (rehearsal) {
            System.exit(answers && visited() ? 0 : 1);
        } else if (answers) {
            console.println(new Visit(endpoints)
                    .invitation(services.hasMailbox(), services.introduction().orElse("")));
        }
    }

    private void awaitServers() {
        try {
            services.awaitAll();
        } catch (DevServiceException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private boolean visited() {
        try {
            new Visit(endpoints).play();
            return true;
        } catch (IOException e) {
            console.println("The rehearsal failed: " + e);
            return false;
        }
    }

    /** Runs beside the application's own shutdown hook, and stops the servers when the application needs them no more. */
    private void stop(Class<?> application) {
        var hasRun = answered.getCount() == 0;
        if (hasRun) {
            Deadline.in(FAREWELL).await(() -> !endpoints.answer() && !isBusy(application));
        }
        services.close();
        if (hasRun) {
            console.println("Stopped.");
        }
    }

    /** True while a thread runs the application's start or its shutdown hook, which closes the port first of all. */
    private static boolean isBusy(Class<?> application) {
        var classes = Set.of(application.getName(), MICRONAUT);
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> classes.contains(frame.getClassName()));
    }

    private static Method mainOf(String className) {
        try {
            return Class.forName(className).getMethod("main", String[].class);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new DevServiceException(className + " has no main method on this class path", e);
        }
    }
}
