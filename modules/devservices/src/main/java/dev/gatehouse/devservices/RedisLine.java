package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to a Redis, for what a line of text can ask (Redis serialization protocol, inline commands). */
record RedisLine(Socket socket) {

    /** What it answers: the text of a status, an error or a bulk string. */
    String ask(String password, String command) throws IOException {
        send("AUTH " + password);
        send(command);
        return answer().equals("OK") ? answer() : "";
    }

    private void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String answer() throws IOException {
        InputStream in = socket.getInputStream();
        String line = line(in);
        if (!line.startsWith("$")) {
            return line.isEmpty() ? "" : line.substring(1);
        }
        int length = Integer.parseInt(line.substring(1));
        return length < 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
