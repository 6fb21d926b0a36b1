package dev.gatehouse.idempotency;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.idempotency.port.AnswerStore;
import dev.gatehouse.idempotency.port.AnswerStore.Kept;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what a named request asks for once, however often and however many times at once it comes, and answers the same
 * each time.
 */
public final class AnswerOnce {

    /** How long an answer is kept. */
    public static final Duration LIFE = Duration.ofHours(24);

    /**
     * @param fingerprint of what is asked: another one under the same name is a mistake of the client
     * @param work does it, in the unit of work in which the answer is kept; what it throws undoes both
     */
    public record Command(NamedRequest request, String fingerprint, Supplier<Answer> work) {}

    public sealed interface Result {
        /** By this call. What was refused is undone and not kept: the client may try again under the same name. */
        record Answered(Answer answer) implements Result {}

        /** Before. */
        record Repeated(Answer answer) implements Result {}

        /** The name was used for something else. */
        record KeyReused() implements Result {}
    }

    /** Undoes whatever was begun. */
    private static final class Refused extends RuntimeException {

        private final transient Answer answer;

        Refused(Answer answer) {
            super("refused with " + answer.status(), null, false, false);
            this.answer = answer;
        }
    }

    private final AnswerStore answers;
    private final UnitOfWork work;

    public AnswerOnce(AnswerStore answers, UnitOfWork work) {
        this.answers = answers;
        this.work = work;
    }

    /** Two round trips more than the work. */
    public Result handle(Command command) {
        try {
            return work.run(() -> {
                Optional<Kept> kept = answers.begin(command.request(), command.fingerprint(), LIFE);
                return kept.isPresent() ? repeated(command, kept.get()) : answered(command);
            });
        } catch (Refused refused) {
            return new Result.Answered(refused.answer);
        }
    }

    private static Result repeated(Command command, Kept kept) {
        return kept.fingerprint().equals(command.fingerprint())
                ? new Result.Repeated(kept.answer())
                : new Result.KeyReused();
    }

    private Result answered(Command command) {
        Answer answer = command.work().get();
        if (!answer.isSuccess()) {
            throw new Refused(answer);
        }
        answers.keep(command.request(), answer);
        return new Result.Answered(answer);
    }
}
