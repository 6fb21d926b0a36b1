package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.imageio.ImageioAvatarImages;
import dev.gatehouse.app.adapter.postgres.PostgresUploadStore;
import dev.gatehouse.app.adapter.s3.S3Connection;
import dev.gatehouse.app.adapter.s3.S3ObjectStore;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ChangeAvatar;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.media.AvatarPromotion;
import dev.gatehouse.media.PictureData;
import dev.gatehouse.media.PromoteAvatar;
import dev.gatehouse.media.StartAvatarUpload;
import dev.gatehouse.media.SweepUploads;
import dev.gatehouse.media.UploadAvatar;
import dev.gatehouse.media.decorator.BoundedAvatarImages;
import dev.gatehouse.media.handler.OldAvatarHandler;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.UploadStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Wires media, if there is a bucket. */
@Factory
@Requires(property = MediaSettings.CHOICE, pattern = MediaSettings.SOME)
final class MediaFactory {

    /** For one call of the object store: a handler of events has five seconds for one. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** Each takes up to 60 MB while it is at it. */
    private static final int MOST_AT_ONCE = 4;

    private static final Duration WAIT = Duration.ofSeconds(5);

    @Singleton
    @Bean(preDestroy = "close")
    S3Connection s3Connection(MediaSettings settings, Region region, AwsCredentialsProvider credentials) {
        URI endpoint = settings.endpoint().isBlank() ? null : URI.create(settings.endpoint());
        return new S3Connection(settings.bucket(), endpoint, region, credentials, PATIENCE);
    }

    @Singleton
    ObjectStore objectStore(S3Connection connection) {
        return new S3ObjectStore(connection);
    }

    @Singleton
    UploadStore uploadStore(JdbcOperations jdbc) {
        return new PostgresUploadStore(jdbc);
    }

    @Singleton
    UploadPolicy uploadPolicy(MediaSettings settings) {
        return settings.policy();
    }

    @Singleton
    AvatarPromotion avatarPromotion(
            UploadStore uploads, ObjectStore objects, ChangeAvatar changeAvatar, UnitOfWork work) {
        int permits = Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_ONCE);
        var images = new BoundedAvatarImages(new ImageioAvatarImages(), permits, WAIT);
        return new AvatarPromotion(uploads, objects, images, changeAvatar, work);
    }

    @Singleton
    StartAvatarUpload startAvatarUpload(
            UploadStore uploads,
            ObjectStore objects,
            UploadPolicy policy,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new StartAvatarUpload(uploads, objects, policy, work, ids::next, clock);
    }

    @Singleton
    PromoteAvatar promoteAvatar(
            UploadStore uploads, ObjectStore objects, AvatarPromotion promotion, ReadProfile readProfile, Clock clock) {
        return new PromoteAvatar(uploads, objects, promotion, readProfile, clock);
    }

    @Singleton
    UploadAvatar uploadAvatar(
            UploadStore uploads,
            AvatarPromotion promotion,
            UploadPolicy policy,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new UploadAvatar(uploads, promotion, policy, work, ids::next, clock);
    }

    @Singleton
    SweepUploads sweepUploads(UploadStore uploads, ObjectStore objects, Clock clock) {
        return new SweepUploads(uploads, objects, clock);
    }

    @Singleton
    PictureData pictureData(ObjectStore objects) {
        return new PictureData(objects);
    }

    @Singleton
    OldAvatarHandler oldAvatarHandler(ObjectStore objects) {
        return new OldAvatarHandler(objects);
    }
}
