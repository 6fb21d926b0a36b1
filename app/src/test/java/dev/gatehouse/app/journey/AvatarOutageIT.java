package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.imageio.Pictures;
import dev.gatehouse.media.model.ImageType;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without S3 nobody gets a new avatar, and nobody notices anything else. */
final class AvatarOutageIT {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final byte[] PNG = Pictures.of(ImageType.PNG, 30, 20);

    private final Api api = Gatehouse.shared().api();
    private final Avatars ada = new Avatars(api);

    @AfterEach
    void mend() {
        TestS3.shared().start();
    }

    private static void refused(Supplier<Api.Answer> request) {
        long begin = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        Problems.demand(answer, 503, "service-unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
    }

    private void onlyNewAvatarsNeedIt(Runnable breakIt) {
        ada.post("image/png", PNG);
        String before = ada.url();
        var waiting = ada.arrived("image/png", PNG);

        breakIt.run();
        refused(() -> ada.promote(waiting));
        refused(() -> ada.post("image/png", PNG));
        assertThat(ada.url()).isEqualTo(before);
        assertThat(ada.start("image/png", 5).status()).isEqualTo(201);
        assertThat(new Avatars(api).profile().status()).isEqualTo(200);

        TestS3.shared().start();
        assertThat(Avatars.get(before).statusCode()).isEqualTo(200);
        assertThat(ada.promote(waiting).status()).isEqualTo(200);
        assertThat(Avatars.get(ada.url()).statusCode()).isEqualTo(200);
    }

    @Test
    void anObjectStoreThatIsStopped() {
        onlyNewAvatarsNeedIt(() -> TestS3.shared().stop());
    }

    @Test
    void anObjectStoreThatHangs() {
        onlyNewAvatarsNeedIt(() -> TestS3.shared().freeze());
    }

    @Test
    void anAvatarIsTakenAwayWithoutIt() {
        ada.post("image/png", PNG);
        TestS3.shared().stop();
        assertThat(ada.remove().status()).isEqualTo(204);
        assertThat(ada.profile().body().get("avatarUrl").isNull()).isTrue();
    }
}
