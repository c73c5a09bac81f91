package dev.whittle.benchmarks.floor;

import dev.whittle.benchmarks.floor.FloorModel.Session;
import dev.whittle.benchmarks.floor.FloorModel.Sessions;
import dev.whittle.benchmarks.floor.FloorModel.Start;
import dev.whittle.benchmarks.floor.FloorModel.Started;
import dev.whittle.benchmarks.floor.FloorModel.Wanted;
import java.io.IOException;
import java.io.InputStream;

/** Three calls by hand. One instance serves one thread. */
public final class FloorClient {
    private static final byte[] NO_BODY = new byte[0];

    private final FloorTransport transport;
    private final FloorSigner signer;
    private final String host;

    /** Makes a client. */
    public FloorClient(FloorTransport transport, FloorSigner signer, String host) {
        this.transport = transport;
        this.signer = signer;
        this.host = host;
    }

    /** GetBrowserSession; neither identifier may need percent-encoding. */
    public Session getBrowserSession(String browserIdentifier, String sessionId) throws IOException {
        String path = "/browsers/" + browserIdentifier + "/sessions/get";
        String query = "sessionId=" + sessionId;
        String authorization = signer.sign("GET", path, query, host, NO_BODY, System.currentTimeMillis());
        InputStream answer = transport.send("GET", path + "?" + query, signer.dateTime(), authorization, NO_BODY);
        return FloorJson.readSession(answer);
    }

    /** StartBrowserSession; the browser's identifier may not need percent-encoding. */
    public Started startBrowserSession(Start start) throws IOException {
        String path = "/browsers/" + start.browserIdentifier() + "/sessions/start";
        byte[] body = FloorJson.write(start);
        String authorization = signer.sign("PUT", path, "", host, body, System.currentTimeMillis());
        InputStream answer = transport.send("PUT", path, signer.dateTime(), authorization, body);
        return FloorJson.readStarted(answer);
    }

    /** ListBrowserSessions; the browser's identifier may not need percent-encoding. */
    public Sessions listBrowserSessions(Wanted wanted) throws IOException {
        String path = "/browsers/" + wanted.browserIdentifier() + "/sessions/list";
        byte[] body = FloorJson.write(wanted);
        String authorization = signer.sign("POST", path, "", host, body, System.currentTimeMillis());
        InputStream response = transport.send("POST", path, signer.dateTime(), authorization, body);
        return FloorJson.readSessions(response);
    }

    /** Closes the connection, where the transport keeps one. */
    public void close() throws IOException {
        transport.close();
    }
}
