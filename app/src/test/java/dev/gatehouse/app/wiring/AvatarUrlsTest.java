package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** What stands before the bucket, if anything does; else the bucket, at Amazon's or elsewhere. */
final class AvatarUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "acme, '', '', https://acme.s3.eu-central-1.amazonaws.com",
        "acme, http://localhost:9000/, '', http://localhost:9000/acme",
        "acme, '', https://d111.cloudfront.net, https://d111.cloudfront.net",
        "acme, http://localhost:9000, https://img.acme.example/, https://img.acme.example",
        "'', '', '', ''",
    })
    void pictureAddressesBeginWith(String bucket, String endpoint, String baseUrl, String base) {
        var settings = new MediaSettings(bucket, endpoint, baseUrl, 5_000_000);

        assertThat(new EdgeFactory()
                        .avatarUrls(settings, () -> Region.EU_CENTRAL_1)
                        .base())
                .isEqualTo(base);
    }
}
