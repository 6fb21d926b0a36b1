package dev.gatehouse.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.StartAvatarUpload.Command;
import dev.gatehouse.media.StartAvatarUpload.Result;
import dev.gatehouse.media.model.ImageType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StartAvatarUploadTest {

    private final InMemoryMedia media = new InMemoryMedia();
    private final User user = media.identity.member();

    private Result start() {
        return media.start.handle(new Command(user.id(), ImageType.PNG, 1234));
    }

    @Test
    void anUploadBeginsWithARequestForExactlyThoseBytes() {
        var started = (Result.Started) start();
        assertThat(started.method()).isEqualTo("PUT");
        assertThat(started.url())
                .hasPath("/incoming/" + user.id() + "/" + started.upload())
                .hasParameter("length", "1234");
        assertThat(started.headers()).containsEntry("content-type", "image/png");
        assertThat(started.expiresAt()).isEqualTo(media.identity.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(started.upload().value().version()).isEqualTo(7);
        assertThat(started.toString()).doesNotContain("objects.example");
    }

    @Test
    void theObjectStoreIsNotAsked() {
        media.objects.down(true);
        assertThat(start()).isInstanceOf(Result.Started.class);
    }

    @Test
    void oneTooManyIsToldWhenThereIsRoomAgain() {
        start();
        media.identity.clock.advance(Duration.ofMinutes(1));
        start();
        start();
        assertThat(start()).isEqualTo(new Result.QuotaExceeded(Duration.ofMinutes(14)));
        media.identity.clock.advance(Duration.ofMinutes(14));
        assertThat(start()).isInstanceOf(Result.Started.class);
    }

    @Test
    void thoseOfADayAreCounted() {
        for (int i = 0; i < 10; i++) {
            start();
            media.identity.clock.advance(Duration.ofMinutes(15));
        }
        assertThat(start())
                .isEqualTo(new Result.QuotaExceeded(Duration.ofHours(24).minusMinutes(150)));
    }
}
