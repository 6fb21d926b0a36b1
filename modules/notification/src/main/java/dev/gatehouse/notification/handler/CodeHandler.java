package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.MakeCode;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeEvent;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.ISmsProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the code made that somebody asked for, and sends it: the code is nowhere before, and nowhere but with its reader
 * after.
 */
public final class CodeHandler implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CodeHandler.class);

    private final MakeCode makeCode;
    private final ReadPreferences readPreferences;
    private final @Nullable IEmailProvider emails;
    private final @Nullable ISmsProvider texts;

    /**
     * @param emails null where mail is off, and no code is asked for by mail
     * @param texts null where SMS are off, and no code is asked for by SMS
     */
    public CodeHandler(
            MakeCode makeCode,
            ReadPreferences readPreferences,
            @Nullable IEmailProvider emails,
            @Nullable ISmsProvider texts) {
        this.makeCode = makeCode;
        this.readPreferences = readPreferences;
        this.emails = emails;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "one-time-codes";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(CodeEvent.REQUESTED);
    }

    /** An event that comes twice sends two codes, of which the second holds. */
    @Override
    public Handled handle(Event event) {
        return CodeEvent.challenge(event.data())
                .map(challenge -> handle(event, challenge))
                .orElseGet(() -> new Handled.Refused("an event without a challenge"));
    }

    private Handled handle(Event event, ChallengeId challenge) {
        return switch (makeCode.handle(new MakeCode.Command(challenge))) {
            case MakeCode.Result.Made made -> Sending.of(() -> send(event, made));
            case MakeCode.Result.NobodyWaits() -> new Handled.Done();
            case MakeCode.Result.QuotaUsedUp() -> {
                LOG.warn("the SMS of this day are used up: a code was not sent");
                yield new Handled.Done();
            }
            case MakeCode.Result.NotYet(String reason) -> new Handled.Later(reason);
        };
    }

    private void send(Event event, MakeCode.Result.Made made) {
        String digits = made.code().digits();
        Language language = language(made);
        switch (made.challenge().destination()) {
            case Destination.Mailbox(EmailAddress to) -> {
                if (emails != null) {
                    emails.send(Email.code(event.id(), to, language, digits, made.validFor()));
                }
            }
            case Destination.Telephone(PhoneNumber to) -> {
                if (texts != null) {
                    texts.send(new Sms(event.id(), to, language, digits, made.validFor()));
                }
            }
        }
    }

    private Language language(MakeCode.Result.Made made) {
        Locale asked = made.challenge().language();
        Language otherwise = asked == null ? Language.EN : Language.of(asked);
        return made.reader() == null ? otherwise : Sending.language(readPreferences, made.reader(), otherwise);
    }
}
