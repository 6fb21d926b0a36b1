package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser with a page of some origin open: it keeps cookies and shows them again, and says where its page is from. */
final class Browser {

    static final String ORIGIN = "https://app.example";
    static final String ACCESS = "__Host-gatehouse-access";
    static final String REFRESH = "__Host-gatehouse-refresh";
    static final String DEVICE = "__Host-gatehouse-device";

    private static final Pattern COOKIE = Pattern.compile("(__Host-[a-z-]+)=([^;]*); [^,]*?Max-Age=(\\d+)");

    private final Api api;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(Api api) {
        this.api = api;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** What a page of ours sends with everything that is to change something. */
    static String[] ours(String... more) {
        return Stream.concat(Stream.of("X-Gatehouse-Client", "browser", "Origin", ORIGIN), Stream.of(more))
                .toArray(String[]::new);
    }

    Answer post(String path, String json, String... headers) {
        return kept(api.post(path, json, withCookies(headers)));
    }

    Answer get(String path, String... headers) {
        return kept(api.get(path, withCookies(headers)));
    }

    Answer put(String path, String json, String... headers) {
        return kept(api.put(path, json, withCookies(headers)));
    }

    Answer register(String email) {
        return post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, Api.PASSWORD),
                ours());
    }

    Answer logIn(String email, String password) {
        return post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), ours());
    }

    private String[] withCookies(String... headers) {
        if (cookies.isEmpty()) {
            return headers;
        }
        String all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        List<String> more = new ArrayList<>(List.of(headers));
        more.addAll(List.of("Cookie", all));
        return more.toArray(String[]::new);
    }

    private Answer kept(Answer answer) {
        COOKIE.matcher(answer.header("Set-Cookie").orElse("")).results().forEach(cookie -> {
            if (cookie.group(3).equals("0")) {
                cookies.remove(cookie.group(1));
            } else {
                cookies.put(cookie.group(1), cookie.group(2));
            }
        });
        return answer;
    }
}
