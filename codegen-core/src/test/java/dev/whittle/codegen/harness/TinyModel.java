package dev.whittle.codegen.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the text of a service model. Its parts are JSON; {@link #quote} makes JSON of any text, however hostile.
 */
public final class TinyModel {
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, String> operations = new LinkedHashMap<>();
    private final Map<String, String> shapes = new LinkedHashMap<>();
    private String documentation = "";

    /** A model without operations and with one shape, the string {@code Text}. */
    public TinyModel() {
        metadata.put("apiVersion", "2026-01-31");
        metadata.put("endpointPrefix", "tiny");
        metadata.put("protocol", "rest-json");
        metadata.put("serviceFullName", "Tiny Service");
        metadata.put("serviceId", "Tiny");
        metadata.put("signatureVersion", "v4");
        shape("Text", "\"type\":\"string\"");
    }

    /** Sets an entry of the metadata to a text. */
    public TinyModel metadata(String name, String text) {
        metadata.put(name, text);
        return this;
    }

    /** Sets the documentation of the service. */
    public TinyModel documentation(String text) {
        this.documentation = text;
        return this;
    }

    /** Adds an operation by what its JSON object holds beside its name. */
    public TinyModel operation(String name, String fields) {
        return operation(name, name, fields);
    }

    /** Adds an operation whose requests have another name of it. */
    public TinyModel operation(String key, String name, String fields) {
        operations.put(key, "{\"name\":" + quote(name) + "," + fields + "}");
        return this;
    }

    /** Adds an operation that sends a structure and gets it back. */
    public TinyModel echo(String shape) {
        return operation(
                "Echo" + operations.size(),
                "\"http\":{\"method\":\"POST\",\"requestUri\":\"/echo" + operations.size() + "\"},\"input\":{\"shape\":"
                        + quote(shape) + "},\"output\":{\"shape\":" + quote(shape) + "}");
    }

    /** Adds a shape by what its JSON object holds. */
    public TinyModel shape(String name, String fields) {
        shapes.put(name, "{" + fields + "}");
        return this;
    }

    /** Adds a structure whose members, named in turn with their shapes, are optional. */
    public TinyModel structure(String name, String... members) {
        return shape(name, "\"type\":\"structure\"," + members(members));
    }

    /** Adds a union of members, named in turn with their shapes. */
    public TinyModel union(String name, String... members) {
        return shape(name, "\"type\":\"structure\",\"union\":true," + members(members));
    }

    /** Adds an enum. */
    public TinyModel enumeration(String name, List<String> values) {
        return shape(
                name,
                "\"type\":\"string\",\"enum\":"
                        + values.stream().map(TinyModel::quote).collect(Collectors.joining(",", "[", "]")));
    }

    /** Adds a list. */
    public TinyModel list(String name, String member) {
        return shape(name, "\"type\":\"list\",\"member\":{\"shape\":" + quote(member) + "}");
    }

    private static String members(String... members) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < members.length; i += 2) {
            all.add(quote(members[i]) + ":{\"shape\":" + quote(members[i + 1]) + "}");
        }
        return "\"members\":{" + String.join(",", all) + "}";
    }

    /** The text of the model. */
    public String text() {
        Map<String, String> quoted = new LinkedHashMap<>();
        metadata.forEach((name, text) -> quoted.put(name, quote(text)));
        return "{\"version\":\"2.0\",\"documentation\":" + quote(documentation) + ",\"metadata\":" + object(quoted)
                + ",\n\"operations\":" + object(operations) + ",\n\"shapes\":" + object(shapes) + "}\n";
    }

    private static String object(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    /** A JSON string, in ASCII. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
