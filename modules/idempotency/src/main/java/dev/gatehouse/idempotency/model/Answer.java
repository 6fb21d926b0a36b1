package dev.gatehouse.idempotency.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a request was answered with.
 *
 * @param status of HTTP
 * @param headers those that belong to the answer, not to its way: no name or value has a line break
 * @param body text
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
        if (headers.entrySet().stream().anyMatch(header -> (header.getKey() + header.getValue()).contains("\n"))) {
            throw new IllegalArgumentException("a header is one line");
        }
    }

    /** Whether what was asked for is done. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** As one text: the status, a line for each header, an empty line, the body. */
    public String text() {
        var text = new StringBuilder().append(status).append('\n');
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n').append(body).toString();
    }

    /**
     * Reads what {@link #text} made.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Answer read(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("no answer");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        var headers = new TreeMap<String, String>();
        for (int at = 1; at < lines.length; at++) {
            String[] header = lines[at].split(": ", 2);
            headers.put(header[0], header[1]);
        }
        return new Answer(Integer.parseInt(lines[0]), headers, text.substring(end + 2));
    }

    /** What was answered is between its client and us. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
