package com.example.browser.internal;

import com.example.browser.model.GetBrowserSessionResponse;
import com.example.browser.model.StartBrowserSessionRequest;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.JsonWriter;

/** A door to the generated codecs, which only their own package sees. */
public final class BrowserCodecs {
    private BrowserCodecs() {}

    /** Reads the answer to GetBrowserSession. */
    public static GetBrowserSessionResponse read(JsonReader in) {
        return GetBrowserSessionOperation.readGetBrowserSessionResponse(in);
    }

    /** Writes the body of StartBrowserSession. */
    public static void write(StartBrowserSessionRequest request, JsonWriter out) {
        StartBrowserSessionOperation.writeStartBrowserSessionRequest(request, out);
    }
}
