package dev.gatehouse.app.http.settings;

import dev.gatehouse.app.http.identity.EntityTag;
import dev.gatehouse.settings.model.Section;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** A section of the settings as clients see it. */
record SectionBody(String section, Map<String, String> entries, long version) {

    static SectionBody of(Section section) {
        return new SectionBody(section.name().value(), new TreeMap<>(section.entries()), section.version());
    }

    HttpResponse<SectionBody> answer() {
        return HttpResponse.ok(this).header(HttpHeaders.ETAG, EntityTag.of(version));
    }
}
