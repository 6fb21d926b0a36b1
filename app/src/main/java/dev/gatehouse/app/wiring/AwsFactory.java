package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Wires what every client of AWS needs. Where a service is, and who we are, is otherwise for the SDK to find out in its
 * usual places ({@code AWS_ENDPOINT_URL}, {@code AWS_ACCESS_KEY_ID}, profiles, the machine's role).
 */
@Factory
final class AwsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    DefaultCredentialsProvider awsCredentials() {
        return DefaultCredentialsProvider.builder().build();
    }

    @Singleton
    Region awsRegion(@Value("${gatehouse.aws.region}") String region) {
        return Region.of(region);
    }
}
