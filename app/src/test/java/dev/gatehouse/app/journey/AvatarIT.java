package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.imageio.Pictures;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.media.SweepUploads;
import dev.gatehouse.media.model.ImageType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a picture in somebody's hands to one that everybody sees, and away again. With a relay of its own. */
final class AvatarIT {

    private static final byte[] JPEG = Pictures.photograph(Pictures.of(ImageType.JPEG, 1600, 1200), 6);
    private static final byte[] PNG = Pictures.of(ImageType.PNG, 300, 200);

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("avatars");
        gatehouse = Gatehouse.start(servers, TestS3.variables());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    private static void isAPictureInEverySize(String url) {
        for (int size : new int[] {64, 256, 512}) {
            var answer = Avatars.get(url.replace("512.jpg", size + ".jpg"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(Avatars.picture(answer.body()).getWidth()).isEqualTo(size);
            assertThat(Avatars.picture(answer.body()).getHeight()).isEqualTo(size);
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", Pictures.PLACE);
        }
    }

    @Test
    void anUploadThatIsPromotedIsTheAvatarInEverySize() {
        var ada = new Avatars(api);
        assertThat(ada.profile().body().get("avatarUrl").isNull()).isTrue();

        var started = ada.start("image/jpeg", JPEG.length);
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.at("/method")).isEqualTo("PUT");
        assertThat(started.at("/headers/content-type")).isEqualTo("image/jpeg");
        assertThat(Avatars.put(started, JPEG)).isEqualTo(200);
        var promoted = ada.promote(started);

        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.header("ETag")).contains("\"2\"");
        assertThat(promoted.at("/avatarUrl"))
                .endsWith("/avatars/" + ada.user() + "/" + started.at("/uploadId") + "/512.jpg")
                .isEqualTo(ada.url());
        isAPictureInEverySize(ada.url());
        Eventually.holds(
                "what arrived is gone", () -> !Avatars.isThere(Avatars.incoming(ada.user(), started.at("/uploadId"))));
    }

    @Test
    void theFileOfAFormIsTheAvatarInEverySize() {
        var ada = new Avatars(api);
        var answer = ada.post("image/png", PNG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/avatarUrl")).isEqualTo(ada.url());
        isAPictureInEverySize(ada.url());
    }

    @Test
    void theAvatarBeforeIsGoneAfterAChangeAndTheLastAfterItsRemoval() {
        var ada = new Avatars(api);
        ada.promote(ada.arrived("image/png", PNG));
        String first = ada.url();
        ada.post("image/jpeg", JPEG);
        String second = ada.url();
        assertThat(second).isNotEqualTo(first);
        Eventually.holds("the old picture is gone", () -> Avatars.get(first).statusCode() == 404);
        isAPictureInEverySize(second);

        assertThat(ada.remove().status()).isEqualTo(204);
        assertThat(ada.remove().status()).isEqualTo(204);

        assertThat(ada.profile().body().get("avatarUrl").isNull()).isTrue();
        Eventually.holds(
                "both are gone",
                () -> Avatars.get(second).statusCode() == 404
                        && Avatars.get(second.replace("512", "64")).statusCode() == 404);
    }

    @Test
    void promotingAgainAnswersTheSame() {
        var ada = new Avatars(api);
        var started = ada.arrived("image/png", PNG);
        var once = ada.promote(started);
        assertThat(ada.promote(started).text()).isEqualTo(once.text());
    }

    @Test
    void ofManyPromotionsAtOnceNoneFailsAndTheAvatarChangesOnce() {
        var ada = new Avatars(api);
        var started = ada.arrived("image/png", PNG);
        var answers = InParallel.run(8, number -> ada.promote(started));
        assertThat(answers)
                .allMatch(answer -> answer.status() == 200 || answer.code().equals("upload-in-progress"));
        assertThat(ada.profile().at("/version")).isEqualTo("2");
    }

    @Test
    void whatNobodyPromotedIsSwept() {
        var ada = new Avatars(api);
        var promoted = ada.arrived("image/png", PNG);
        ada.promote(promoted);
        var forgotten = ada.arrived("image/png", PNG);
        String bytes = Avatars.incoming(ada.user(), forgotten.at("/uploadId"));
        assertThat(Avatars.isThere(bytes)).isTrue();

        Sql.column(
                servers,
                "UPDATE media.uploads SET sweep_at = created_at WHERE user_id = ?::uuid RETURNING id",
                ada.user());
        var sweep = gatehouse.bean(SweepUploads.class);
        Eventually.holds("what nobody promoted is gone", () -> {
            sweep.handle(new SweepUploads.Command());
            return !Avatars.isThere(bytes);
        });

        isAPictureInEverySize(ada.url());
        assertThat(Sql.column(
                        servers,
                        "SELECT state FROM media.uploads WHERE user_id = ?::uuid AND sweep_at IS NULL ORDER BY 1",
                        ada.user()))
                .containsExactly("OPEN", "PROMOTED");
    }
}
