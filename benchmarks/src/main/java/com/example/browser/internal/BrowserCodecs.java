package com.example.browser.internal;

import com.example.browser.model.GetBrowserSessionResponse;
import com.example.browser.model.StartBrowserSessionRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A door to the generated codecs, which only their own package sees. */
public final class BrowserCodecs {
    private BrowserCodecs() {}

    /** Reads the answer to GetBrowserSession. */
    public static GetBrowserSessionResponse read(JsonParser in) {
        return GetBrowserSessionOperation.readGetBrowserSessionResponse(in);
    }

    /** Writes the body of StartBrowserSession. */
    public static void write(StartBrowserSessionRequest request, JsonGenerator out) {
        StartBrowserSessionOperation.writeStartBrowserSessionRequest(request, out);
    }
}
