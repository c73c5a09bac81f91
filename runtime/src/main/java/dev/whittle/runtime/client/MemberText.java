package dev.whittle.runtime.client;

import org.jspecify.annotations.Nullable;

/** Changes the text of a member before it is sent. Called by generated code for the few members that need it. */
public final class MemberText {
    private MemberText() {}

    /**
     * A text without the first of some prefixes that it begins with; the text itself if it begins with none of them.
     *
     * @param text the text; null has no prefix
     */
    public static @Nullable String withoutPrefix(@Nullable String text, String... prefixes) {
        if (text != null) {
            for (String prefix : prefixes) {
                if (text.startsWith(prefix)) {
                    return text.substring(prefix.length());
                }
            }
        }
        return text;
    }
}
