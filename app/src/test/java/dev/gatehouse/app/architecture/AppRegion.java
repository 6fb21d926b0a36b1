package dev.gatehouse.app.architecture;

import dev.gatehouse.app.Application;
import dev.gatehouse.app.adapter.argon2.Argon2PasswordHasher;
import dev.gatehouse.app.adapter.bouncycastle.BouncyCastleForeignHashes;
import dev.gatehouse.app.adapter.caffeine.CaffeineCache;
import dev.gatehouse.app.adapter.eventbridge.EventBridgeEventPublisher;
import dev.gatehouse.app.adapter.hibp.HibpKnownPasswords;
import dev.gatehouse.app.adapter.imageio.ImageioAvatarImages;
import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.app.adapter.jwt.JwtAccessTokens;
import dev.gatehouse.app.adapter.micrometer.MicrometerCacheMeter;
import dev.gatehouse.app.adapter.micronaut.MicronautOrigins;
import dev.gatehouse.app.adapter.otp.JavaOtpTotpGenerator;
import dev.gatehouse.app.adapter.outbox.OutboxLimitAlerts;
import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.app.adapter.postgres.PostgresEventLog;
import dev.gatehouse.app.adapter.rabbitmq.RabbitEventPublisher;
import dev.gatehouse.app.adapter.random.RandomMailTokenGenerator;
import dev.gatehouse.app.adapter.redis.RedisCache;
import dev.gatehouse.app.adapter.s3.S3ObjectStore;
import dev.gatehouse.app.adapter.ses.SesEmailProvider;
import dev.gatehouse.app.adapter.smtp.SmtpEmailProvider;
import dev.gatehouse.app.adapter.sns.SnsSmsProvider;
import dev.gatehouse.app.adapter.uuid.JugIdGenerator;
import dev.gatehouse.app.adapter.webhook.WebhookEventPublisher;
import dev.gatehouse.app.adapter.yaml.YamlPolicySource;
import dev.gatehouse.app.adapter.zxcvbn.ZxcvbnPasswordStrength;
import dev.gatehouse.app.adapter.zxing.ZxingQrCodes;
import dev.gatehouse.app.cached.Cached;
import dev.gatehouse.app.http.problem.Problem;

/** The regions of app. Where no class can be seen from here a name stands instead; {@link RegionTest} demands it. */
enum AppRegion {
    /** The one class that starts it all. */
    START(Application.class.getPackageName(), ""),
    /** With all its packages. */
    HTTP(Place.parent(Problem.class), ""),
    SCHEDULE(Application.class.getPackageName() + ".schedule", ""),
    /** Where messages come in, as requests do in http. */
    CONSUMER(Application.class.getPackageName() + ".consumer", ""),
    /** What is done for somebody at a terminal, who reads what it prints. */
    COMMAND(Application.class.getPackageName() + ".command", ""),
    /** Annotations that others name, and what does what they say. */
    CACHED(Cached.class.getPackageName(), ""),
    /** With the packages of which a property chooses one. */
    WIRING(Application.class.getPackageName() + ".wiring", ""),
    POSTGRES(PostgresEventLog.class.getPackageName(), "Postgres"),
    REDIS(RedisCache.class.getPackageName(), "Redis"),
    JWT(JwtAccessTokens.class.getPackageName(), "Jwt|Nimbus"),
    ARGON2(Argon2PasswordHasher.class.getPackageName(), "Argon2"),
    BOUNCYCASTLE(BouncyCastleForeignHashes.class.getPackageName(), "BouncyCastle"),
    UUID(JugIdGenerator.class.getPackageName(), "Jug"),
    RANDOM(RandomMailTokenGenerator.class.getPackageName(), "Random"),
    ZXCVBN(ZxcvbnPasswordStrength.class.getPackageName(), "Zxcvbn"),
    OTP(JavaOtpTotpGenerator.class.getPackageName(), "JavaOtp"),
    ZXING(ZxingQrCodes.class.getPackageName(), "Zxing"),
    HIBP(HibpKnownPasswords.class.getPackageName(), "Hibp"),
    PEBBLE(PebbleMessageTemplates.class.getPackageName(), "Pebble"),
    SMTP(SmtpEmailProvider.class.getPackageName(), "Smtp"),
    SES(SesEmailProvider.class.getPackageName(), "Ses"),
    SNS(SnsSmsProvider.class.getPackageName(), "Sns"),
    JSON(JacksonEventFormat.class.getPackageName(), "Jackson"),
    RABBITMQ(RabbitEventPublisher.class.getPackageName(), "Rabbit"),
    EVENTBRIDGE(EventBridgeEventPublisher.class.getPackageName(), "EventBridge"),
    WEBHOOK(WebhookEventPublisher.class.getPackageName(), "Webhook"),
    CAFFEINE(CaffeineCache.class.getPackageName(), "Caffeine"),
    MICROMETER(MicrometerCacheMeter.class.getPackageName(), "Micrometer"),
    S3(S3ObjectStore.class.getPackageName(), "S3"),
    MICRONAUT(MicronautOrigins.class.getPackageName(), "Micronaut"),
    OUTBOX(OutboxLimitAlerts.class.getPackageName(), "Outbox"),
    YAML(YamlPolicySource.class.getPackageName(), "Yaml"),
    IMAGEIO(ImageioAvatarImages.class.getPackageName(), "Imageio");

    private final String packageName;
    private final String technology;

    /**
     * @param technology what an adapter's name may begin with, as a pattern; empty where no adapters are
     */
    AppRegion(String packageName, String technology) {
        this.packageName = packageName;
        this.technology = technology;
    }

    String packageName() {
        return packageName;
    }

    String technology() {
        return technology;
    }

    boolean isAdapter() {
        return !technology.isEmpty();
    }
}
