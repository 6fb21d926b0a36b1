package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import org.junit.jupiter.api.Test;

final class ReadSessionTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final ReadSession readSession = new ReadSession(identity.store);

    @Test
    void aSessionIsFoundAlsoWhenItIsOver() {
        SignedIn signedIn = identity.signedIn(identity.member());
        identity.logOutEverywhere.handle(new LogOutEverywhere.Command(InMemoryIdentity.caller(signedIn), false));
        var result =
                readSession.handle(new ReadSession.Command(signedIn.session().id()));
        assertThat(result).isInstanceOf(ReadSession.Result.Found.class);
        assertThat(((ReadSession.Result.Found) result).session().device())
                .isEqualTo(signedIn.session().device());
    }

    @Test
    void oneThatNobodyOpenedIsNot() {
        assertThat(readSession.handle(new ReadSession.Command(Samples.sessionId())))
                .isEqualTo(new ReadSession.Result.Gone());
    }
}
