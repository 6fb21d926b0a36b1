package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;

/** An administrator, and the requests that only such a one may make. */
record Administrator(Api api, String id, String token) {

    static Administrator of(Api api) {
        return of(api, Gatehouse.sharedServers());
    }

    static Administrator of(Api api, Gatehouse.Servers servers) {
        Account account = api.register();
        String id = account.registered().at("/user/id");
        Sql.column(servers, "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id", id);
        return new Administrator(
                api, id, api.logIn(account.email(), Api.PASSWORD).at("/accessToken"));
    }

    Answer get(String path) {
        return api.get(path, bearer());
    }

    Answer put(String path, String json, String requestId) {
        return api.put(path, json, "Authorization", "Bearer " + token, "X-Request-Id", requestId);
    }

    Answer post(String path, String requestId) {
        return api.send(api.request(path, "Authorization", "Bearer " + token, "X-Request-Id", requestId)
                .POST(BodyPublishers.noBody()));
    }

    Answer delete(String path, String requestId) {
        return api.send(api.request(path, "Authorization", "Bearer " + token, "X-Request-Id", requestId)
                .DELETE());
    }

    /** What the audit log has of a request. */
    Answer auditOf(String requestId) {
        return get("/api/admin/audit?requestId=" + requestId);
    }

    private String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }
}
