package dev.whittle.runtime.http;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response says, found by regular expressions over all of its bytes. It is slow and simple, and shares nothing with
 * the reader that it is compared with.
 */
final class Grammar {
    /** Bytes as characters, and {@code .} is any of them. */
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.(\\d) ([1-9]\\d\\d)(?: .*)?", Pattern.DOTALL);

    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("\n\r?\n");
    private static final Pattern CHUNK =
            Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;[\\t\\x20-\\x7e\\x80-\\xff]*)?\r\n");
    private static final BigInteger LONGEST = BigInteger.valueOf((Long.MAX_VALUE - 9) / 10 * 10 + 9);
    private static final int PROVISIONAL_LIMIT = 64;

    private final String text;
    private int at;
    private int status;
    private boolean old;
    private List<String> fields = List.of();
    private List<String> trailers = List.of();
    private String length;
    private int codings;

    private Grammar(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** The text is no response, or not the whole of one. */
    private static final class NoResponse extends Exception {
        NoResponse() {
            super(null, null, false, false);
        }
    }

    /** What was read of a response; null in the place of a text that is not a whole response. */
    record Read(int status, List<String> fields, String body, List<String> trailers) {}

    /** Reads a response from an index on; null if there is none. */
    static Read read(byte[] bytes, int start, boolean toHead) {
        Grammar grammar = new Grammar(new String(bytes, StandardCharsets.ISO_8859_1), start);
        try {
            grammar.heads();
            String body = grammar.body(toHead);
            return new Read(grammar.status, grammar.fields, body, grammar.trailers);
        } catch (NoResponse e) {
            return null;
        }
    }

    private void heads() throws NoResponse {
        for (int provisional = 0; provisional <= PROVISIONAL_LIMIT; provisional++) {
            head();
            if (status >= 200) {
                return;
            }
            check(status != 101);
        }
        throw new NoResponse();
    }

    private void head() throws NoResponse {
        List<String> lines = lines();
        Matcher first = STATUS.matcher(lines.get(0));
        check(first.matches());
        old = first.group(1).equals("0");
        status = Integer.parseInt(first.group(2));
        fields = fields(lines.subList(1, lines.size()));
    }

    /** The lines up to an empty one. */
    private List<String> lines() throws NoResponse {
        Matcher end = END.matcher(text);
        check(end.find(at));
        String[] all = text.substring(at, end.start()).split("\n", -1);
        at = end.end();
        List<String> lines = new ArrayList<>();
        for (String line : all) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        for (String line : lines) {
            check(line.indexOf('\r') < 0 && line.indexOf('\0') < 0);
        }
        return lines;
    }

    private List<String> fields(List<String> lines) throws NoResponse {
        List<String> read = new ArrayList<>();
        length = null;
        codings = 0;
        for (String line : lines) {
            Matcher field = FIELD.matcher(line);
            check(field.matches());
            String value = field.group(2);
            read.add(field.group(1) + ": " + decoded(value));
            if (field.group(1).equalsIgnoreCase("Content-Length")) {
                check(value.matches("[0-9]+") && new BigInteger(value).compareTo(LONGEST) <= 0);
                String told = new BigInteger(value).toString();
                check(length == null || length.equals(told));
                length = told;
            } else if (field.group(1).equalsIgnoreCase("Transfer-Encoding")) {
                codings++;
                check(value.matches("[Cc][Hh][Uu][Nn][Kk][Ee][Dd]"));
            }
        }
        check(codings == 0 || (codings == 1 && length == null && !old));
        return read;
    }

    private static String decoded(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private String body(boolean toHead) throws NoResponse {
        if (toHead || status == 204 || status == 304) {
            return "";
        }
        if (codings > 0) {
            return chunks();
        }
        int end = text.length();
        if (length != null) {
            BigInteger told = new BigInteger(length).add(BigInteger.valueOf(at));
            check(told.compareTo(BigInteger.valueOf(text.length())) <= 0);
            end = told.intValue();
        }
        return text.substring(at, end);
    }

    private String chunks() throws NoResponse {
        StringBuilder body = new StringBuilder();
        while (true) {
            Matcher chunk = CHUNK.matcher(text).region(at, text.length());
            check(chunk.lookingAt());
            long size = Long.parseLong(chunk.group(1), 16);
            at = chunk.end();
            if (size == 0) {
                trailers = trailer();
                return body.toString();
            }
            check(size + 2 <= text.length() - at && text.startsWith("\r\n", at + (int) size));
            body.append(text, at, at + (int) size);
            at += (int) size + 2;
        }
    }

    private List<String> trailer() throws NoResponse {
        if (text.startsWith("\r\n", at)) {
            return List.of();
        }
        check(!text.startsWith("\n", at));
        return fields(lines());
    }

    private static void check(boolean isValid) throws NoResponse {
        if (!isValid) {
            throw new NoResponse();
        }
    }
}
