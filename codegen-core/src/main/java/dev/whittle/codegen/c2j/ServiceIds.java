package dev.whittle.codegen.c2j;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a service. Models that are older than ids have only names, of which the id is the part that tells services apart. */
final class ServiceIds {
    static final String SERVICE_ID = "serviceId";
    static final String ABBREVIATION = "serviceAbbreviation";
    static final String FULL_NAME = "serviceFullName";

    private static final Pattern COMPANY = Pattern.compile("^(Amazon|AWS)( +|$)");
    private static final Pattern OTHER_CHARACTERS = Pattern.compile("[^A-Za-z0-9]+");

    private ServiceIds() {}

    /** The key that has the id, or that it is made from. */
    static String key(Fields metadata) {
        if (metadata.has(SERVICE_ID)) {
            return SERVICE_ID;
        }
        if (metadata.has(ABBREVIATION)) {
            return ABBREVIATION;
        }
        return metadata.has(FULL_NAME) ? FULL_NAME : SERVICE_ID;
    }

    /** The id; {@code null} if there is neither an id nor a name. */
    static @Nullable String of(Fields metadata) {
        String key = key(metadata);
        String text = metadata.string(key);
        if (text == null || key.equals(SERVICE_ID)) {
            return text;
        }
        // AWS Import/Export → Import Export
        String name = COMPANY.matcher(text.strip()).replaceFirst("");
        String id = OTHER_CHARACTERS.matcher(name).replaceAll(" ").strip();
        return id.isEmpty() ? null : id;
    }
}
