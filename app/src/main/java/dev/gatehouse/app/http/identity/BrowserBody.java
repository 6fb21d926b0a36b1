package dev.gatehouse.app.http.identity;

/**
 * What a browser is answered where other clients get tokens: everything but those, which are in its cookies.
 *
 * @param expiresIn seconds until the access token ends
 * @param refreshExpiresIn seconds until the refresh token does
 */
record BrowserBody(UserBody user, SessionBody session, long expiresIn, long refreshExpiresIn) {

    static BrowserBody of(TokenBody tokens) {
        return new BrowserBody(tokens.user(), tokens.session(), tokens.expiresIn(), tokens.refreshExpiresIn());
    }
}
