package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one shared configuration file. Sections that are neither profiles nor
 * services, and names with characters that names
 * do not have, are passed over. A fault is told by its line, never by what stands there, which may be a secret.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials
 *     files</a>
 */
final class ProfileFileParser {
    /** What the names of {@code services} sections begin with; no profile's name has a space. */
    static final String SERVICES = "services ";

    private static final String DEFAULT = "default";

    private final String file;
    private final boolean prefixed;
    private final Map<String, Map<String, String>> profiles = new HashMap<>();

    private int lineNumber;
    private boolean inSection;
    private boolean defaultIsPrefixed;
    private @Nullable Map<String, String> section;
    private @Nullable String property;
    private boolean inProperty;
    private boolean inNested;

    /**
     * Makes a parser.
     *
     * @param file how messages name the file
     * @param prefixed whether names of profiles follow the word {@code profile}, as in the config file
     */
    ProfileFileParser(String file, boolean prefixed) {
        this.file = file;
        this.prefixed = prefixed;
    }

    /** The profiles by name, each with its properties. */
    Map<String, Map<String, String>> parse(String text) {
        // Editors on Windows write a byte-order mark.
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
            lineNumber++;
            parseLine(text.substring(start, carriageReturn ? end - 1 : end));
            start = end + 1;
        }
        return profiles;
    }

    private void parseLine(String line) {
        if (line.isBlank() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return;
        }
        char first = line.charAt(0);
        if (first == '[') {
            beginSection(line);
        } else if (!inSection) {
            throw fault("is before the first section");
        } else if (first == ' ' || first == '\t') {
            goOn(line.trim());
        } else {
            beginProperty(line);
        }
    }

    private void beginSection(String line) {
        int comment = Math.min(indexOrEnd(line, "#"), indexOrEnd(line, ";"));
        String header = line.substring(0, comment).trim();
        if (!header.endsWith("]")) {
            throw fault("begins a section that does not end with ']'");
        }
        inSection = true;
        inProperty = false;
        property = null;
        section = sectionOf(header.substring(1, header.length() - 1).trim());
    }

    /** The properties to fill; null for a section that is to be passed over. */
    private @Nullable Map<String, String> sectionOf(String title) {
        boolean hasPrefix = title.startsWith("profile ") || title.startsWith("profile\t");
        String name = hasPrefix ? title.substring("profile".length()).trim() : title;
        if (prefixed && title.startsWith(SERVICES)) {
            return properties(SERVICES + title.substring(SERVICES.length()).trim());
        }
        if (!isName(name) || (prefixed ? !hasPrefix && !name.equals(DEFAULT) : hasPrefix)) {
            return null;
        }
        if (prefixed && name.equals(DEFAULT)) {
            // One that is called a profile takes the place of all that are not.
            if (hasPrefix && !defaultIsPrefixed) {
                defaultIsPrefixed = true;
                profiles.remove(DEFAULT);
            } else if (!hasPrefix && defaultIsPrefixed) {
                return null;
            }
        }
        return properties(name);
    }

    private Map<String, String> properties(String section) {
        Map<String, String> properties = profiles.get(section);
        if (properties == null) {
            properties = new LinkedHashMap<>();
            profiles.put(section, properties);
        }
        return properties;
    }

    private void beginProperty(String line) {
        inProperty = true;
        property = null;
        if (section == null) {
            return;
        }
        int end = line.length();
        for (String comment : new String[] {" #", " ;", "\t#", "\t;"}) {
            end = Math.min(end, indexOrEnd(line, comment));
        }
        String definition = line.substring(0, end);
        int equals = equalsSign(definition);
        String name = definition.substring(0, equals).trim();
        String value = definition.substring(equals + 1).trim();
        if (isName(name)) {
            property = name;
            inNested = value.isEmpty();
            section.put(name, value);
        }
    }

    private void goOn(String line) {
        if (section == null) {
            return;
        }
        if (!inProperty) {
            throw fault("is indented, but continues no property");
        }
        if (property == null) {
            return;
        }
        if (inNested) {
            int equals = equalsSign(line);
            String name = line.substring(0, equals).trim();
            if (isName(name)) {
                section.put(property + "." + name, line.substring(equals + 1).trim());
            }
        }
        section.put(property, section.get(property) + "\n" + line);
    }

    private int equalsSign(String definition) {
        int equals = definition.indexOf('=');
        if (equals < 0) {
            throw fault("has no '='");
        }
        if (definition.substring(0, equals).isBlank()) {
            throw fault("has no name before its '='");
        }
        return equals;
    }

    private static int indexOrEnd(String line, String what) {
        int index = line.indexOf(what);
        return index < 0 ? line.length() : index;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "_-/.%@:+".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private ConfigurationException fault(String what) {
        return new ConfigurationException(file + ": line " + lineNumber + " " + what, null);
    }
}
