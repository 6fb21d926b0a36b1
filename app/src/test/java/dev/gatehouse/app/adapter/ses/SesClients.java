package dev.gatehouse.app.adapter.ses;

import dev.gatehouse.notification.port.IEmailProviderContract;
import dev.gatehouse.notification.port.MessageTemplates;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Ways to what stands in for SES. */
final class SesClients {

    /** As in production: less than the five seconds that ports allow. */
    static final Duration PATIENCE = Duration.ofMillis(4500);

    private SesClients() {}

    static SesEmailProvider at(URI endpoint, MessageTemplates templates, Duration patience) {
        var client = SesV2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "not-a-secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        return new SesEmailProvider(client, templates, IEmailProviderContract.SENDER, patience);
    }
}
