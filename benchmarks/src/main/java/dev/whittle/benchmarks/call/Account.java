package dev.whittle.benchmarks.call;

/** What all clients are configured with and ask for. */
public final class Account {
    /** From AWS's own examples; opens nothing. */
    public static final String ACCESS_KEY = "AKIDEXAMPLE";

    /** From AWS's own examples; opens nothing. */
    public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /** The region. */
    public static final String REGION = "us-east-1";

    /** The signing name. */
    public static final String SERVICE = "bedrock-agentcore";

    /** The host in memory. */
    public static final String HOST = "bedrock-agentcore.us-east-1.amazonaws.com";

    /** The browser asked for. */
    public static final String BROWSER = "aws.browser.v1";

    /** The session asked for. */
    public static final String SESSION = "01KAMQ4W9TZ7E3R5XH2VYB8NDC";

    /** The name of the session that is started. */
    public static final String NAME = "checkout-run-42";

    /** The token of the session that is started: given, so that no client has to make one. */
    public static final String TOKEN = "0c3f4f2e-5a0c-4b8e-9f53-8d0a2f3d7b61";

    /** How many sessions are listed at most. */
    public static final int PAGE_SIZE = 25;

    /** The page of sessions that is listed. */
    public static final String PAGE = "eyJzZXNzaW9uSWQiOiIwMUtBTVE0VzlUWjdFM1I1WEgyVllCOE5EQyJ9";

    /** The status of the sessions that are listed. */
    public static final String STATUS = "READY";

    private Account() {}
}
