package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.ReportHealth.Command;
import dev.gatehouse.identity.ReportHealth.Result;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import dev.gatehouse.identity.port.StoreUnavailable;
import org.junit.jupiter.api.Test;

final class ReportHealthTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryCachedUsers cached = new InMemoryCachedUsers();
    private final ReportHealth reportHealth = new ReportHealth(identity.directory, identity.projection, cached);

    private Result report() {
        return reportHealth.handle(new Command());
    }

    @Test
    void whatLivesWhatWasRevokedAndWhatIsCachedIsCounted() {
        var user = identity.member();
        identity.signedIn(user);
        identity.loggedOut(identity.signedIn(user));
        cached.keep(user.id());
        assertThat(report()).isEqualTo(new Result.Reported(true, new SessionCounts(1, 1), 1));
    }

    @Test
    void aProjectionThatIsDownIsSaidSo() {
        identity.projection.failing(true);
        assertThat(report()).isEqualTo(new Result.Reported(false, new SessionCounts(0, 0), 0));
    }

    @Test
    void withoutTheStoreThereIsNoHealthToReport() {
        identity.truth.failing(true);
        assertThatThrownBy(this::report).isInstanceOf(StoreUnavailable.class);
    }
}
