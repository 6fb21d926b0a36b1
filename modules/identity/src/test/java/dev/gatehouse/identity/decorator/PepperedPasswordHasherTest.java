package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Pepper;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.CountedNonces;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherContract;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import org.junit.jupiter.api.Test;

final class PepperedPasswordHasherTest implements PasswordHasherContract {

    private static final String ONE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=";

    private final PlainPasswordHasher plain = new PlainPasswordHasher();
    private final PepperedPasswordHasher hasher = peppered(ONE);

    private PepperedPasswordHasher peppered(String keys) {
        return new PepperedPasswordHasher(plain, Pepper.of(keys), new CountedNonces());
    }

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void whoHasTheHashAndNotTheKeyHasNoTagToCompareWith() {
        PasswordHash sealed = hasher.hash(Samples.password());
        assertThat(plain.verify(Samples.password(), sealed)).isFalse();
        assertThat(peppered(OTHER).verify(Samples.password(), sealed)).isFalse();
        assertThat(sealed.phc()).startsWith("$pepper$k=" + Pepper.of(ONE).currentId() + "$plain$v=1$");
    }

    @Test
    void aHashFromBeforeThereWasAPepperIsVerifiedAndIsNotCurrent() {
        PasswordHash before = plain.hash(Samples.password());
        assertThat(hasher.verify(Samples.password(), before)).isTrue();
        assertThat(hasher.isCurrent(before)).isFalse();
    }

    @Test
    void aHashUnderTheKeyBeforeIsVerifiedAndIsNotCurrent() {
        PasswordHash before = hasher.hash(Samples.password());
        PepperedPasswordHasher rotated = peppered(OTHER + " " + ONE);
        assertThat(rotated.verify(Samples.password(), before)).isTrue();
        assertThat(rotated.isCurrent(before)).isFalse();
        assertThat(rotated.isCurrent(rotated.hash(Samples.password()))).isTrue();
    }

    @Test
    void aHashThatIsOutdatedBehindIsNotCurrent() {
        PasswordHash before = hasher.hash(Samples.password());
        plain.version(2);
        assertThat(hasher.isCurrent(before)).isFalse();
    }

    @Test
    void whateverItIsGivenItHashesOnce() {
        PasswordHash sealed = hasher.hash(Samples.password());
        PasswordHash foreign = peppered(OTHER).hash(Samples.password());
        for (PasswordHash hash : new PasswordHash[] {sealed, foreign, hasher.dummy(), plain.hash(Samples.password())}) {
            int before = plain.hashes();
            hasher.verify(Samples.password(), hash);
            assertThat(plain.hashes() - before).isEqualTo(1);
        }
    }
}
