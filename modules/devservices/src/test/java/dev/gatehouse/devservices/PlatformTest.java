package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz, redis-server-7.0.15-linux-amd64",
        "Linux, aarch64, postgres-linux-arm_64.txz, redis-server-7.0.15-linux-arm64",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz, redis-server-7.0.15-darwin-amd64",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz, redis-server-7.0.15-darwin-arm64"
    })
    void namesTheArchives(String system, String processor, String postgres, String redis) {
        var platform = Platform.of(system, processor);
        assertThat(platform.postgresArchive()).isEqualTo(postgres);
        assertThat(platform.redisExecutable("7.0.15")).isEqualTo(redis);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
    void saysWhatToDoWhereThereAreNone(String system, String processor) {
        assertThatExceptionOfType(DevServiceException.class)
                .isThrownBy(() -> Platform.of(system, processor))
                .withMessageContaining("set DB_HOST and REDIS_HOST");
    }

    @Test
    void knowsThisMachine() {
        assertThat(Platform.current().redisExecutable(RedisServer.VERSION)).startsWith("redis-server-");
    }
}
