package dev.whittle.docs;

/**
 * A fenced block of code.
 *
 * @param page the name of its page
 * @param line the line it begins on, counted from 1
 * @param language what stands behind the fence
 * @param kind the first word of the HTML comment above it, empty if there is none; says what holds it to the truth
 * @param argument what follows the kind behind a colon, empty if nothing does
 * @param text what is inside, each line with its end
 */
record CodeBlock(String page, int line, String language, String kind, String argument, String text) {
    /** Where it is, for messages. */
    String place() {
        return page + ":" + line;
    }
}
