package dev.gatehouse.app.adapter.s3;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The way to one bucket, on which nobody waits for longer than is said here. */
public final class S3Connection implements AutoCloseable {

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    /**
     * @param endpoint of a server other than Amazon's, which then finds buckets by path; null for Amazon's
     * @param patience for a whole call; what fails at once is tried again within it
     */
    public S3Connection(
            String bucket,
            @Nullable URI endpoint,
            Region region,
            AwsCredentialsProvider credentials,
            Duration patience) {
        this.bucket = bucket;
        client = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .endpointOverride(endpoint)
                .forcePathStyle(endpoint != null)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.dividedBy(2))
                        .socketTimeout(patience))
                .overrideConfiguration(override -> override.apiCallTimeout(patience)
                        .retryStrategy(retry -> retry.maxAttempts(3))
                        .addExecutionInterceptor(new Unexpectant()))
                .build();
        presigner = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .endpointOverride(endpoint)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint != null)
                        .build())
                .build();
    }

    S3Client client() {
        return client;
    }

    S3Presigner presigner() {
        return presigner;
    }

    String bucket() {
        return bucket;
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
