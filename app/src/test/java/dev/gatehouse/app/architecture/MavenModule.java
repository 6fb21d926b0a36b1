package dev.gatehouse.app.architecture;

import dev.gatehouse.app.Application;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.idempotency.AnswerOnce;
import dev.gatehouse.identity.LogIn;
import dev.gatehouse.media.StartAvatarUpload;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.settings.ReadSettings;
import dev.gatehouse.vehicle.AddVehicle;
import java.util.Set;

/** The modules, each with those it may know. They can only be named below their own line, so there is no cycle. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
enum MavenModule {
    EVENTS(Kind.CAPABILITY, EventLog.class.getPackageName()),
    CACHING(Kind.CAPABILITY, Cache.class.getPackageName()),
    RATELIMIT(Kind.CAPABILITY, RateLimiter.class.getPackageName()),
    PRIVACY(Kind.CAPABILITY, PersonalData.class.getPackageName(), EVENTS),
    AUDIT(Kind.CAPABILITY, AuditLog.class.getPackageName(), EVENTS, PRIVACY),
    IDENTITY(Kind.FEATURE, LogIn.class.getPackageName(), EVENTS, CACHING, RATELIMIT, PRIVACY, AUDIT),
    NOTIFICATION(Kind.FEATURE, empty("notification"), EVENTS, CACHING, AUDIT, IDENTITY),
    MEDIA(Kind.FEATURE, StartAvatarUpload.class.getPackageName(), EVENTS, CACHING, PRIVACY, IDENTITY),
    VEHICLE(Kind.FEATURE, AddVehicle.class.getPackageName(), EVENTS, CACHING, PRIVACY, IDENTITY),
    SETTINGS(Kind.FEATURE, ReadSettings.class.getPackageName(), EVENTS, AUDIT, IDENTITY),
    IDEMPOTENCY(Kind.FEATURE, AnswerOnce.class.getPackageName(), EVENTS, IDENTITY),
    /** Never in the production jar, so nobody may know it. */
    DEVSERVICES(Kind.EDGE, PostgresServer.class.getPackageName()),
    APP(
            Kind.EDGE,
            Application.class.getPackageName(),
            EVENTS,
            CACHING,
            RATELIMIT,
            PRIVACY,
            AUDIT,
            IDENTITY,
            NOTIFICATION,
            MEDIA,
            VEHICLE,
            SETTINGS,
            IDEMPOTENCY);

    private enum Kind {
        /** Flat: its ports are its API. */
        CAPABILITY,
        /** Use cases over layers. */
        FEATURE,
        EDGE
    }

    private final Kind kind;
    private final String root;
    private final Set<MavenModule> known;

    MavenModule(Kind kind, String root, MavenModule... known) {
        this.kind = kind;
        this.root = root;
        this.known = Set.of(known);
    }

    /** A module without a class yet to name its package by; {@link RegionTest} demands the package. */
    private static String empty(String name) {
        return Place.ROOT + "." + name;
    }

    String root() {
        return root;
    }

    boolean mayKnow(MavenModule other) {
        return other == this || known.contains(other);
    }

    boolean isCapability() {
        return kind == Kind.CAPABILITY;
    }

    boolean hasLayers() {
        return kind == Kind.FEATURE;
    }

    /** Whether it is plain Java. */
    boolean isDomain() {
        return kind != Kind.EDGE;
    }
}
