package dev.whittle.bedrockagentcore.demo;

/** Where the streams of sessions are. A test can put a WebSocket server of its own behind them. */
public interface Streams {
    /** The URL of the automation stream of a session. */
    String automation(String sessionId);

    /** The URL of the live view of a session. */
    String liveView(String sessionId);

    /** The status of the automation stream of a session that has just started. */
    default String automationStatus() {
        return "ENABLED";
    }

    /** Where the streams of a session are on their host. */
    static String path(String sessionId) {
        return "/browser-streams/" + Sessions.BROWSER + "/sessions/" + sessionId;
    }

    /** The streams of a service that is newer than the client: they have a status that the client does not know. */
    static Streams ofNewerService() {
        return new Streams() {
            @Override
            public String automation(String sessionId) {
                return "wss://127.0.0.1" + Streams.path(sessionId) + "/automation";
            }

            @Override
            public String liveView(String sessionId) {
                return "https://127.0.0.1" + Streams.path(sessionId) + "/live-view";
            }

            @Override
            public String automationStatus() {
                return "CONNECTING";
            }
        };
    }
}
