package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.ArrayList;
import java.util.List;

/** Somebody who is signed in, and users as they meet them. */
record Users(Api api, String id, String email, String token) {

    static final String PATH = "/api/users";

    static Users member(Api api) {
        Api.Account account = api.register();
        return new Users(api, account.registered().at("/user/id"), account.email(), account.accessToken());
    }

    /** On the shared servers, past the application. */
    static Users administrator(Api api) {
        return administrator(api, Gatehouse.sharedServers());
    }

    static Users administrator(Api api, Gatehouse.Servers servers) {
        Users member = member(api);
        Sql.column(servers, "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id", member.id);
        return member.again();
    }

    /** The same user in another session. */
    Users again() {
        return new Users(api, id, email, api.logIn(email, Api.PASSWORD).at("/accessToken"));
    }

    Users at(Api other) {
        return new Users(other, id, email, token);
    }

    static String path(String user) {
        return PATH + "/" + user;
    }

    static String invitation(String email) {
        return "{\"email\":\"%s\",\"name\":\"Grace Hopper\"}".formatted(email);
    }

    private String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    Answer get(String path) {
        return api.get(path, bearer());
    }

    Answer read(String user) {
        return get(path(user));
    }

    Answer invite(String body) {
        return api.post(PATH, body, bearer());
    }

    Answer update(String user, String body) {
        return api.put(path(user), body, bearer());
    }

    Answer update(String user, String body, String ifMatch) {
        return api.put(path(user), body, "Authorization", "Bearer " + token, "If-Match", ifMatch);
    }

    Answer changeRights(String user, String members) {
        return update(user, "{\"name\":\"Changed\"," + members + "}");
    }

    Answer delete(String user) {
        return api.send(api.request(path(user), bearer()).DELETE());
    }

    /** What an administrator alone may. */
    int askAsAdministrator() {
        return get(PATH + "?limit=1").status();
    }

    /** Those on all pages of a list. */
    List<String> all(String query) {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = get(PATH + "?" + query + cursor);
            if (page.status() != 200) {
                throw new AssertionError(page.toString());
            }
            page.body().at("/items").forEach(item -> ids.add(item.at("/id").asText()));
            cursor = page.body().get("nextCursor").isNull() ? "" : "&after=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        return ids;
    }
}
