package dev.gatehouse.app.adapter.pebble;

import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.MessageTemplates;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Templates from the classpath: {@code mail/<language>/<template>.txt} with the subject in a block of its own, the same
 * with {@code .html}, and {@code sms/<language>/code.txt}.
 *
 * <p>Everything that is printed into HTML is escaped. A template that names a value which is not there fails.
 */
public final class PebbleMessageTemplates implements MessageTemplates {

    private static final String SUBJECT = "subject";

    private final String product;
    private final PebbleEngine html = engine(true);
    private final PebbleEngine text = engine(false);

    /**
     * @param product whose messages these are, as people know it
     */
    public PebbleMessageTemplates(String product) {
        this.product = product;
    }

    private static PebbleEngine engine(boolean escaping) {
        return new PebbleEngine.Builder()
                .loader(new ClasspathLoader(PebbleMessageTemplates.class.getClassLoader()))
                .autoEscaping(escaping)
                .strictVariables(true)
                .newLineTrimming(false)
                .build();
    }

    @Override
    public Content compose(Email email) {
        String file = "mail/" + email.language().tag() + "/" + email.template().fileName();
        Map<String, Object> values = values(email.language(), email.values());
        String subject = render(text, file + ".txt", SUBJECT, values);
        values.put(SUBJECT, subject);
        return new Content(
                subject, render(text, file + ".txt", null, values), render(html, file + ".html", null, values));
    }

    @Override
    public String compose(Sms sms) {
        var values = Map.of("code", sms.code(), "validFor", sms.language().say(sms.validFor()));
        return render(text, "sms/" + sms.language().tag() + "/code.txt", null, values(sms.language(), values));
    }

    private Map<String, Object> values(Language language, Map<String, String> own) {
        var values = new HashMap<String, Object>(own);
        values.put("product", product);
        values.put("language", language.tag());
        return values;
    }

    /** One block of a template, or the whole of it. */
    private static String render(PebbleEngine engine, String file, @Nullable String block, Map<String, Object> values) {
        var writer = new StringWriter();
        try {
            if (block == null) {
                engine.getTemplate(file).evaluate(writer, values);
            } else {
                engine.getTemplate(file).evaluateBlock(block, writer, values);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return writer.toString().strip();
    }
}
