package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.MailingStoreContract;
import org.junit.jupiter.api.Test;

final class PostgresMailingStoreIT implements MailingStoreContract {

    private final PostgresMailingStore mailings = new PostgresMailingStore(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public MailingStore mailings() {
        return mailings;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void theTokenItselfIsInNoRow() {
        User user = Samples.user();
        users.insert(user);
        MailToken token = Samples.mailToken();
        mailings.put(Mailing.linked(user.id(), MailPurpose.RESET_PASSWORD, user.email(), token, Samples.NOW));
        assertThat(TestPostgres.query("SELECT m::text FROM identity.mailings m WHERE user_id = '" + user.id() + "'"))
                .singleElement()
                .asString()
                .contains(token.digest())
                .doesNotContain(token.text());
    }
}
