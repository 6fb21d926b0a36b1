package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    private Path directory;

    @Test
    void isMadeOnceAndKept() {
        var file = directory.resolve("password");
        assertThat(Secret.password(file)).hasSize(32).isEqualTo(Secret.password(file));
        assertThat(Secret.password(directory.resolve("other"))).isNotEqualTo(Secret.password(file));
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        Secret.key(directory.resolve("key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ofAKeyIs32BytesInStandardBase64() {
        assertThat(Base64.getDecoder().decode(Secret.key(directory.resolve("key"))))
                .hasSize(32);
    }
}
