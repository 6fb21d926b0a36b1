package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.imageio.Pictures;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.media.model.ImageType;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of all that a user had, once they are deleted. With a relay of its own. */
final class UserDeletionIT {

    private static final byte[] PNG = Pictures.of(ImageType.PNG, 300, 200);

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;
    private static Users administrator;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("deletion");
        gatehouse = Gatehouse.start(servers, TestS3.variables());
        api = gatehouse.api();
        administrator = Users.administrator(api, servers);
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    private static List<String> left(String user) {
        return Sql.column(servers, "SELECT id FROM vehicle.vehicles WHERE owner_id = ?::uuid", user);
    }

    @Test
    void vehiclesGoAndPicturesAndSessionsAndWhatIsCached() {
        var avatars = new Avatars(api);
        var user = new Users(api, avatars.user(), "", avatars.token());
        String vehicle = new Vehicles(api, user.id(), user.token()).added();
        assertThat(avatars.post("image/png", PNG).status()).isEqualTo(200);
        String picture = avatars.url();
        String[] bearer = avatars.bearer();
        api.put("/api/auth/profile/preferences", "{\"theme\":\"dark\"}", bearer);
        assertThat(api.get("/api/auth/profile/preferences", bearer).status()).isEqualTo(200);
        assertThat(administrator.get(Vehicles.path(vehicle)).status()).isEqualTo(200);
        assertThat(administrator.read(user.id()).status()).isEqualTo(200);

        assertThat(administrator.delete(user.id()).status()).isEqualTo(204);

        Problems.demand(avatars.profile(), 401, "unauthenticated");
        Problems.demand(administrator.read(user.id()), 404, "not-found");
        Eventually.holds("the vehicles are gone", () -> left(user.id()).isEmpty());
        Eventually.holds("the pictures are gone", () -> !Avatars.isThere(picture));
        Problems.demand(administrator.get(Vehicles.path(vehicle)), 404, "not-found");
        assertThat(administrator.all("limit=200")).doesNotContain(user.id());
        assertThat(Sql.column(
                        servers,
                        "SELECT ended_reason || address || user_agent FROM identity.sessions WHERE user_id = ?::uuid",
                        user.id()))
                .containsOnly("DELETED");
    }

    @Test
    void theLastAdministratorStays() {
        Problems.demand(administrator.delete(administrator.id()), 409, "last-administrator");
        Problems.demand(administrator.changeRights(administrator.id(), "\"role\":\"user\""), 409, "last-administrator");
        Problems.demand(
                administrator.changeRights(administrator.id(), "\"status\":\"disabled\""), 409, "last-administrator");
        assertThat(administrator.askAsAdministrator()).isEqualTo(200);
    }
}
