package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A user, and vehicles as they meet them. */
record Vehicles(Api api, String id, String token) {

    static final String PATH = "/api/vehicles";

    private static final AtomicLong VINS = new AtomicLong();

    static Vehicles ofUser(Api api) {
        Api.Account account = api.register();
        return new Vehicles(api, account.registered().at("/user/id"), account.accessToken());
    }

    static Vehicles ofAdministrator(Api api) {
        Api.Account account = api.register();
        String id = account.registered().at("/user/id");
        Sql.column("UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id", id);
        return new Vehicles(api, id, api.logIn(account.email(), Api.PASSWORD).at("/accessToken"));
    }

    static String freshVin() {
        return String.format(Locale.ROOT, "WVWZZZ1JZ%08d", VINS.incrementAndGet());
    }

    static String body() {
        return body(freshVin(), "ZH 123456");
    }

    static String body(String vin, String plate) {
        return "{\"vin\":\"%s\",\"make\":\"Citroën\",\"model\":\"2CV 6\",\"year\":1978,\"licensePlate\":\"%s\"}"
                .formatted(vin, plate);
    }

    static String path(String vehicle) {
        return PATH + "/" + vehicle;
    }

    private String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    Answer add(String body) {
        return api.post(PATH, body, bearer());
    }

    /** The id of a vehicle that is there since now. */
    String added() {
        return add(body()).at("/id");
    }

    Answer get(String path) {
        return api.get(path, bearer());
    }

    Answer read(String vehicle) {
        return get(path(vehicle));
    }

    Answer update(String vehicle, String body) {
        return api.put(path(vehicle), body, bearer());
    }

    Answer update(String vehicle, String body, String ifMatch) {
        return api.put(path(vehicle), body, "Authorization", "Bearer " + token, "If-Match", ifMatch);
    }

    Answer remove(String vehicle) {
        return api.send(api.request(path(vehicle), bearer()).DELETE());
    }

    UUID uuid() {
        return UUID.fromString(id);
    }
}
