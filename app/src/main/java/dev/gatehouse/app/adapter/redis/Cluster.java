package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys are on the masters of a cluster. Each is asked by itself, and each fails by itself. */
final class Cluster implements Keyspace {

    private static final int MOST_REDIRECTS = 4;

    private final Masters masters;

    Cluster(Masters masters) {
        this.masters = masters;
    }

    /** A question on its way, and the command that it was last sent as. */
    private static final class Errand<T extends @Nullable Object> {

        private final Question<T> question;
        private AsyncCommand<String, byte[], T> command;
        private Address to;
        private boolean asking;

        Errand(Question<T> question, Address to) {
            this.question = question;
            this.command = question.command().get();
            this.to = to;
        }

        void follow(Redirect redirect) {
            command = question.command().get();
            to = redirect.to();
            asking = redirect.asking();
        }
    }

    @Override
    public <T extends @Nullable Object> Exchange<T> begin(List<Question<T>> questions, long deadline) {
        List<Errand<T>> errands = questions.stream()
                .map(question -> new Errand<>(question, masters.of(slot(question.key()), deadline)))
                .toList();
        List<Call> calls = send(errands);
        return () -> {
            settle(calls, deadline);
            List<Errand<T>> redirected = redirected(errands);
            for (int i = 0; i < MOST_REDIRECTS && !redirected.isEmpty(); i++) {
                settle(send(redirected), deadline);
                redirected = redirected(redirected);
            }
            return errands.stream().map(errand -> errand.command).toList();
        };
    }

    private <T extends @Nullable Object> List<Call> send(List<Errand<T>> errands) {
        var commands = new LinkedHashMap<Address, List<AsyncCommand<String, byte[], ?>>>();
        for (Errand<T> errand : errands) {
            var batch = commands.computeIfAbsent(errand.to, to -> new ArrayList<>());
            if (errand.asking) {
                batch.add(Commands.asking());
            }
            batch.add(errand.command);
        }
        // Those that wait for a connection come last: they may use all the time up.
        return commands.entrySet().stream()
                .map(this::begin)
                .sorted(Comparator.comparing(Call::isSent).reversed())
                .toList();
    }

    private void settle(List<Call> calls, long deadline) {
        long answered = calls.stream().filter(call -> call.settle(deadline)).count();
        if (answered < calls.size()) {
            masters.doubt();
        }
    }

    private Call begin(Map.Entry<Address, List<AsyncCommand<String, byte[], ?>>> batch) {
        return masters.at(batch.getKey()).begin(batch.getValue());
    }

    /** Those whose node has sent them on; they are to be sent again. */
    private <T extends @Nullable Object> List<Errand<T>> redirected(List<Errand<T>> errands) {
        var redirected = new ArrayList<Errand<T>>();
        for (Errand<T> errand : errands) {
            Redirect.in(errand.command, errand.to).ifPresent(redirect -> {
                errand.follow(redirect);
                redirected.add(errand);
            });
            if (Redirect.isForLater(errand.command)) {
                masters.doubt();
            }
        }
        if (!redirected.isEmpty()) {
            masters.moved();
        }
        return redirected;
    }

    @Override
    public int slot(String key) {
        return SlotHash.getSlot(key);
    }

    @Override
    public RedisURI place(String channel, long deadline) {
        return masters.uri(masters.of(slot(channel), deadline));
    }

    @Override
    public void doubt() {
        masters.doubt();
    }

    @Override
    public void warmUp() {
        masters.doubt();
    }

    @Override
    public void close() {
        masters.close();
    }
}
