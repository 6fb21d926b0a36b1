package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.QrCodes;
import dev.gatehouse.identity.port.SecondFactorSecrets;
import dev.gatehouse.identity.port.SecondFactorStore;
import java.time.Clock;

/** Gives users a secret for their authenticator app, which is good for nothing until they show a code of it. */
public final class SetUpTotp {

    public record Command(UserId user) {}

    public sealed interface Result {
        /**
         * @param uri what the picture shows
         * @param qrCode a PNG
         */
        @SuppressWarnings("ArrayRecordComponent") // nobody compares it
        record Begun(TotpSecret secret, String uri, byte[] qrCode) implements Result {
            @Override
            public String toString() {
                return "Begun[…]";
            }
        }

        /** It is on already, and stays as it is: whoever wants another removes it first. */
        record AlreadyOn() implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final SecondFactorStore store;
    private final SecondFactorSecrets secrets;
    private final QrCodes qrCodes;
    private final String issuer;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    /**
     * @param issuer what apps show beside the address; without a colon
     */
    public SetUpTotp(
            IUserRepository users,
            SecondFactorStore store,
            SecondFactorSecrets secrets,
            QrCodes qrCodes,
            String issuer,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.store = store;
        this.secrets = secrets;
        this.qrCodes = qrCodes;
        this.issuer = issuer;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Each call makes another secret, and the one before is none from then on. */
    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user()).map(this::begin).orElseGet(Result.Gone::new));
    }

    private Result begin(User user) {
        if (store.find(user.id()).filter(SecondFactor::isOn).isPresent()) {
            return new Result.AlreadyOn();
        }
        TotpSecret secret = secrets.nextSecret();
        store.save(SecondFactor.begin(user.id(), ids.next(), secret, clock.instant()));
        String uri = secret.uri(issuer, user.email());
        return new Result.Begun(secret, uri, qrCodes.png(uri));
    }
}
