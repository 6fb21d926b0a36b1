package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.PolicySource.Reading;
import dev.gatehouse.ratelimit.ReloadPolicies.Command;
import dev.gatehouse.ratelimit.ReloadPolicies.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReloadPoliciesTest implements PolicySourceContract {

    private final InMemoryPolicySource source = new InMemoryPolicySource();
    private final PolicyBook book = new PolicyBook(Policies.NONE);
    private final ReloadPolicies reloadPolicies = new ReloadPolicies(source, book);

    @Override
    public PolicySource source() {
        return source;
    }

    @Override
    public void write(Map<String, Integer> quotas) {
        source.write(new Reading.Read(InMemoryPolicySource.policies(quotas)));
    }

    @Override
    public void writeNonsense() {
        source.write(new Reading.Wrong("line 7: nonsense"));
    }

    @Test
    void newPoliciesHoldAtOnce() {
        write(Map.of("global", 5));
        assertThat(reloadPolicies.handle(new Command())).isEqualTo(new Result.Reloaded(1));
        assertThat(book.get().all()).hasSize(1);
        assertThat(reloadPolicies.handle(new Command())).isEqualTo(new Result.Unchanged());
    }

    @Test
    void whatIsWrongIsRefusedAndTheOldOnesStay() {
        write(Map.of("global", 5));
        reloadPolicies.handle(new Command());
        writeNonsense();
        assertThat(reloadPolicies.handle(new Command())).isEqualTo(new Result.Refused("line 7: nonsense"));
        assertThat(book.get().find("global")).isPresent();
    }
}
