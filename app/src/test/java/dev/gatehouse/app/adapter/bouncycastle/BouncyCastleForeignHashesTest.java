package dev.gatehouse.app.adapter.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.ForeignHashes;
import dev.gatehouse.identity.port.ForeignHashesContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts were made by libcrypt and by Python's hashlib, those of Argon2 are the reference implementation's. */
final class BouncyCastleForeignHashesTest implements ForeignHashesContract {

    private static final String SALT_AND_TAG = "$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc";

    private final ForeignHashes hashes = new BouncyCastleForeignHashes();

    @Override
    public ForeignHashes hashes() {
        return hashes;
    }

    @Override
    public List<String> texts() {
        return List.of(
                "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$2a$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$2y$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$scrypt$ln=14,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$IiqVQ7YeVZImgeA3Gg5d4aGgW/iTmtaRX+rrR1wSA7Q",
                "$scrypt$ln=4,r=1,p=2$TmFDbCBmb3IgdGVzdHMhIQ$/n5u93zIW+eHUMomgPYaIajzoWF8KI9TPjXs598pRm0eXInVUs3HU"
                        + "BHV/jZWjxcIoTtLIoTtoQv18+28XWQGWg",
                "$pbkdf2-sha1$i=1000$TmFDbCBmb3IgdGVzdHMhIQ$aZOgis9gIYjs0ngRihVzomh4Hcc",
                "$pbkdf2-sha256$i=1000,l=32" + SALT_AND_TAG,
                "$pbkdf2-sha512$i=1000$TmFDbCBmb3IgdGVzdHMhIQ$ILpTEfsLW6fT0G70YOX3UyI697gQV5h1A3pU+memnRcjTKsrhYYD"
                        + "IJYO7BruZjX0NMHO2KRZBlfcvKI2lnteNQ",
                "$pbkdf2-sha256$29000$TmFDbCBmb3IgdGVzdHMhIQ$5G.tAm/qL7Pz.lXBAwMvVmKK7ljTxV8M0KwXVcBtRhU",
                "$pbkdf2$1000$TmFDbCBmb3IgdGVzdHMhIQ$aZOgis9gIYjs0ngRihVzomh4Hcc",
                "pbkdf2_sha256$1000$lNKLxuFhXlNs0wOLYZmcvA$4QWsKuZGVMXrdpz27w+xi0+IKVJrQsIn7gOd0m6iu1E=");
    }

    /** The first of them with a memory of 4 GiB. */
    @Override
    public List<String> tooCostly() {
        return List.of(
                "$argon2id$v=19$m=4194304,t=3,p=1" + SALT_AND_TAG,
                "$argon2i$v=19$m=65537,t=3,p=1" + SALT_AND_TAG,
                "$argon2id$v=19$m=19456,t=11,p=1" + SALT_AND_TAG,
                "$argon2id$v=19$m=19456,t=2,p=5" + SALT_AND_TAG,
                "$argon2id$v=19$m=7,t=2,p=1" + SALT_AND_TAG,
                "$argon2d$m=999999999999,t=999999999999,p=999999999999" + SALT_AND_TAG,
                "$2b$15$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$2b$03$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$2a$31$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG",
                "$scrypt$ln=17,r=8,p=1" + SALT_AND_TAG,
                "$scrypt$ln=16,r=9,p=1" + SALT_AND_TAG,
                "$scrypt$ln=16,r=1,p=1" + SALT_AND_TAG,
                "$scrypt$ln=14,r=8,p=5" + SALT_AND_TAG,
                "$scrypt$ln=9999999999,r=9999999999,p=9999999999" + SALT_AND_TAG,
                "$pbkdf2-sha256$i=2000001" + SALT_AND_TAG,
                "$pbkdf2-sha1$i=1000001" + SALT_AND_TAG,
                "$pbkdf2-sha256$999999999999" + SALT_AND_TAG.replace('+', '.'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
                "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
                "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
            })
    void argon2OfOtherKindsIsCheckedHere(String text) {
        PasswordHash hash = hashes.read(text);
        assertThat(hashes.verify(Password.of("password"), hash)).isTrue();
        assertThat(hashes.verify(Password.of("passwore"), hash)).isFalse();
    }

    @Test
    void argon2idIsReadAndLeftToOurOwnHasher() {
        PasswordHash hash =
                hashes.read("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(hashes.knows(hash)).isFalse();
        assertThat(hashes.verify(Password.of("password"), hash)).isFalse();
    }

    @Test
    void whatSystemsSpellDifferentlyIsKeptInOneSpelling() {
        assertThat(hashes.read("$pbkdf2-sha256$1000" + SALT_AND_TAG.replace('+', '.')))
                .isEqualTo(hashes.read("$pbkdf2-sha256$i=1000,l=32" + SALT_AND_TAG))
                .isEqualTo(new PasswordHash("$pbkdf2-sha256$i=1000" + SALT_AND_TAG));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "$2x$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG the-faulty-one",
                "$2b$04$abcdefghijklmnopqrstuv7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG a-salt-with-bits-left-over",
                "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6C cut",
                "$scrypt$ln=0,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc zero",
                "$scrypt$ln=-1,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc negative",
                "$scrypt$ln=4,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHu a-short-tag",
                "$scrypt$ln=4,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIR$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc bits-left-over",
                "$pbkdf2-md5$i=1000$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc another-digest",
                "$pbkdf2-sha256$i=0$TmFDbCBmb3IgdGVzdHMhIQ$ncsEDlHuP8BLRVx+zLuiD1vgRFEO8nPH9NnVtnTXTAc zero",
                "$argon2id$v=20$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 another-version",
                "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 another-order",
            })
    void aTextThatIsAlmostRightIsRefused(String text, String why) {
        assertThatThrownBy(() -> hashes.read(text))
                .as(why)
                .isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.code())
                        .isEqualTo("unknown-hash"));
    }

    @Test
    void ofBcryptSeventyTwoBytesCount() {
        var hash = new PasswordHash("$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG");
        assertThat(hashes.verify(Password.of("correct horse battery staple" + "x".repeat(100)), hash))
                .isFalse();
        assertThat(hashes.verify(Password.of("🦊".repeat(128)), hash)).isFalse();
    }
}
