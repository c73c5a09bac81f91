package dev.whittle.codegen.c2j;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a service. Models that are older than ids have only names, of which the id is the part that tells services apart. */
final class ServiceIds {
    static final String FULL_NAME = "serviceFullName";

    private static final String SERVICE_ID = "serviceId";

    /** The shorter one first. */
    private static final List<String> NAMES = List.of("serviceAbbreviation", FULL_NAME);

    private static final Pattern COMPANY = Pattern.compile("^(Amazon|AWS)( +|$)");
    private static final Pattern OTHER_CHARACTERS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");

    private ServiceIds() {}

    /** The key that has the id, or that it is made from. */
    static String key(Fields metadata) {
        if (!metadata.has(SERVICE_ID)) {
            for (String name : NAMES) {
                if (ofName(metadata.string(name)) != null) {
                    return name;
                }
            }
        }
        return SERVICE_ID;
    }

    /** The id; {@code null} if there is neither an id nor a name that gives one. */
    static @Nullable String of(Fields metadata) {
        String key = key(metadata);
        return key.equals(SERVICE_ID) ? metadata.string(key) : ofName(metadata.string(key));
    }

    // AWS Import/Export → Import Export
    private static @Nullable String ofName(@Nullable String name) {
        if (name == null || BEYOND_ASCII.matcher(name).find()) {
            return null;
        }
        String ofService = COMPANY.matcher(name.strip()).replaceFirst("");
        String id = OTHER_CHARACTERS.matcher(ofService).replaceAll(" ").strip();
        return id.isEmpty() ? null : id;
    }
}
