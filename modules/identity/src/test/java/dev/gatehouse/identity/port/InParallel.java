package dev.gatehouse.identity.port;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs one task on many virtual threads that start at the same moment. */
public final class InParallel {

    private InParallel() {}

    /**
     * Runs the task once for each number below {@code times}; returns the results in that order, or throws the first
     * failure when all have ended.
     */
    public static <T> List<T> run(int times, IntFunction<T> task) {
        var start = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(atOnce(start, number, task)))
                    .toList();
            return results.stream().map(InParallel::result).toList();
        }
    }

    /** Lets the others go first, if nothing keeps them: what a fake does where the real thing waits for the network. */
    @SuppressWarnings("ThreadPriorityCheck")
    public static void giveWay() {
        Thread.yield();
    }

    private static <T> Callable<T> atOnce(CountDownLatch start, int number, IntFunction<T> task) {
        return () -> {
            start.countDown();
            start.await();
            return task.apply(number);
        };
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }
}
