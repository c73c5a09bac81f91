package dev.whittle.bedrockagentcore.chromium;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A key by its name, such as {@code enter} or {@code a}, with what events of the DevTools protocol say of it.
 *
 * @param key the value of {@code KeyboardEvent.key}
 * @param virtualKey the number of the key on Windows
 * @param text what the key types, or the empty text
 * @param modifier the bit that the key sets while it is down, or 0
 */
record Key(String key, int virtualKey, String text, int modifier) {
    private static final Map<String, Key> NAMED = new HashMap<>();

    static {
        named("Enter", 13, "\r", "enter", "return");
        named("Tab", 9, "", "tab");
        named("Escape", 27, "", "escape", "esc");
        named("Backspace", 8, "", "backspace");
        named("Delete", 46, "", "delete", "del");
        named(" ", 32, " ", "space");
        named("PageUp", 33, "", "pageup");
        named("PageDown", 34, "", "pagedown");
        named("End", 35, "", "end");
        named("Home", 36, "", "home");
        named("ArrowLeft", 37, "", "left");
        named("ArrowUp", 38, "", "up");
        named("ArrowRight", 39, "", "right");
        named("ArrowDown", 40, "", "down");
        NAMED.put("alt", new Key("Alt", 18, "", 1));
        NAMED.put("ctrl", new Key("Control", 17, "", 2));
        NAMED.put("shift", new Key("Shift", 16, "", 8));
        for (int i = 1; i <= 12; i++) {
            named("F" + i, 111 + i, "", "f" + i);
        }
    }

    private static void named(String key, int virtualKey, String text, String... names) {
        for (String name : names) {
            NAMED.put(name, new Key(key, virtualKey, text, 0));
        }
    }

    /**
     * The key of a name, in any case.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    static Key of(String name) {
        Key key = NAMED.get(name.toLowerCase(Locale.ROOT));
        if (key != null) {
            return key;
        }
        if (name.matches("[a-zA-Z0-9]")) {
            return new Key(name, name.toUpperCase(Locale.ROOT).charAt(0), name, 0);
        }
        throw new IllegalArgumentException("unknown key '" + name + "'");
    }
}
