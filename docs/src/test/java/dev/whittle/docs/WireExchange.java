package dev.whittle.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A request and its response, as a page shows them: two messages of HTTP, one below the other.
 *
 * @param place where the page shows them
 */
record WireExchange(String place, Message request, Message response) {
    /** How a response begins. */
    private static final String RESPONSE = "HTTP/1.1 ";

    /**
     * One message.
     *
     * @param start its first line
     * @param headers the headers that are shown, each with its colon
     * @param body the body, empty if there is none
     */
    record Message(String start, List<String> headers, String body) {
        /** The part of the first line between its spaces. */
        String part(int index) {
            return start.split(" ")[index];
        }
    }

    static WireExchange of(CodeBlock block) {
        List<String> lines = block.text().lines().toList();
        int response = 1;
        while (!lines.get(response).startsWith(RESPONSE)) {
            response++;
        }
        return new WireExchange(
                block.place(), message(lines.subList(0, response)), message(lines.subList(response, lines.size())));
    }

    private static Message message(List<String> lines) {
        int blank = lines.indexOf("");
        int end = blank < 0 ? lines.size() : blank;
        List<String> body = new ArrayList<>(lines.subList(Math.min(end + 1, lines.size()), lines.size()));
        return new Message(
                lines.get(0), lines.subList(1, end), String.join("\n", body).strip());
    }
}
