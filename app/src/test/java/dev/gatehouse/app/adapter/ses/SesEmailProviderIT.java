package dev.gatehouse.app.adapter.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.app.peer.NpmServer;
import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.IEmailProviderContract;
import dev.gatehouse.notification.port.MessageTemplates;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** Against a server of the API of SES, version 2. */
final class SesEmailProviderIT implements IEmailProviderContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NpmServer SERVER = NpmServer.start("aws-ses-v2-local");

    private final SesStub refusing = new SesStub().failing(400, "MessageRejected", "a virus for ada@example.com");
    private final MessageTemplates templates = new PebbleMessageTemplates(SENDER.name());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        refusing.close();
    }

    @Override
    public IEmailProvider provider() {
        return SesClients.at(SERVER.uri(), templates, SesClients.PATIENCE);
    }

    @Override
    public IEmailProvider unreachable() {
        refusing.close();
        return refusing();
    }

    @Override
    public IEmailProvider refusing() {
        return SesClients.at(refusing.uri(), templates, SesClients.PATIENCE);
    }

    @Override
    public MessageTemplates templates() {
        return templates;
    }

    @Override
    public List<Received> received(String mailbox) {
        return store().filter(mail -> to(mail).contains(mailbox))
                .map(SesEmailProviderIT::read)
                .toList();
    }

    private static Stream<JsonNode> store() {
        try (InputStream store = SERVER.uri().resolve("/store").toURL().openStream()) {
            return elements(JSON.readTree(store).get("emails"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> to(JsonNode mail) {
        return Stream.of("to", "cc", "bcc")
                .flatMap(kind -> elements(mail.get("destination").get(kind)))
                .map(JsonNode::asText)
                .toList();
    }

    private static Received read(JsonNode mail) {
        String id = elements(mail.get("headers"))
                .filter(header -> header.get("name").asText().equals(SesEmailProvider.ID_HEADER))
                .map(header -> header.get("value").asText())
                .findFirst()
                .orElseThrow();
        var content = new Content(
                mail.get("subject").asText(),
                mail.at("/body/text").asText(),
                mail.at("/body/html").asText());
        try {
            return new Received(
                    UUID.fromString(id), MimeUtility.decodeText(mail.get("from").asText()), to(mail), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
