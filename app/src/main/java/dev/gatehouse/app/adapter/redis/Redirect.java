package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * What a node of a cluster answers when a slot is elsewhere (Redis Cluster specification, MOVED and ASK). It has not run
 * the command.
 *
 * @param to who has it
 * @param asking whether the slot is only on its way there, so that the next command about it belongs here again
 */
record Redirect(Address to, boolean asking) {

    static Optional<Redirect> in(AsyncCommand<String, byte[], ?> answered, Address teller) {
        String[] words = refusal(answered).split(" ", -1);
        boolean asking = words[0].equals("ASK");
        return words.length == 3 && (asking || words[0].equals("MOVED"))
                ? Optional.of(new Redirect(Address.read(words[2], teller), asking))
                : Optional.empty();
    }

    /** Whether a node answered that the cluster lacks a node, or that a slot moves. */
    static boolean isForLater(AsyncCommand<String, byte[], ?> answered) {
        String refusal = refusal(answered);
        return refusal.startsWith("CLUSTERDOWN") || refusal.startsWith("TRYAGAIN");
    }

    private static String refusal(AsyncCommand<String, byte[], ?> answered) {
        return answered.state() == Future.State.FAILED
                        && answered.exceptionNow() instanceof RedisCommandExecutionException refusal
                ? String.valueOf(refusal.getMessage())
                : "";
    }
}
