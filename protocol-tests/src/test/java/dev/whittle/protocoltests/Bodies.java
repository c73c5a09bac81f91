package dev.whittle.protocoltests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Bodies as the suites write them: texts, or base64 if the media type is one of bytes. */
final class Bodies {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper CBOR = new CBORMapper();

    private Bodies() {}

    /** The bytes of a body in a suite. */
    static byte[] bytes(String body, String mediaType) {
        return isCbor(mediaType) ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isCbor(String mediaType) {
        return mediaType.equals("application/cbor");
    }

    /** How a body differs from what is expected, {@code null} if it means the same. */
    static String difference(String expected, String mediaType, byte[] actual) {
        byte[] wanted = bytes(expected, mediaType);
        if (wanted.length == 0 || actual.length == 0) {
            return wanted.length == actual.length
                    ? null
                    : "the body is " + shown(actual) + ", expected " + shown(wanted);
        }
        if (isCbor(mediaType)) {
            return compared(CBOR, wanted, actual);
        }
        if (mediaType.equals("application/json")) {
            return compared(JSON, wanted, actual);
        }
        if (mediaType.equals("application/xml")) {
            return XmlBodies.difference(wanted, actual);
        }
        String text = new String(actual, StandardCharsets.UTF_8);
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return parameters(expected).equals(parameters(text))
                    ? null
                    : "the body is " + text + ", expected " + expected;
        }
        return text.equals(expected) ? null : "the body is " + text + ", expected " + expected;
    }

    /** The order of parameters has no meaning. */
    private static List<String> parameters(String form) {
        return Arrays.stream(form.strip().split("&", -1)).sorted().toList();
    }

    /** The order of members has no meaning, and numbers of different types may be equal. */
    private static String compared(ObjectMapper format, byte[] wanted, byte[] actual) {
        JsonNode expected = format.readTree(wanted);
        JsonNode found;
        try {
            found = format.readTree(actual);
        } catch (JacksonException e) {
            return "the body " + shown(actual) + " cannot be read: " + e.getMessage();
        }
        return expected.equals(Bodies::compare, found) ? null : "the body is " + found + ", expected " + expected;
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            double first = one.doubleValue();
            double second = other.doubleValue();
            // In CBOR they are numbers; both mean the same in 32 and in 64 bits.
            return !Double.isFinite(first) || one.isFloat() || other.isFloat()
                    ? Float.compare((float) first, (float) second)
                    : one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static String shown(byte[] bytes) {
        return bytes.length == 0 ? "empty" : HexFormat.of().formatHex(bytes);
    }
}
