package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Uses one session after the other on some threads, until something ends it. For {@link SessionsStopTest}. */
final class ExitingProgram {
    /** Instead of a seed: leaves a session open, and starts others while the process exits. */
    static final long STARTS_LATE = -1;
    /** Instead of a seed: starts a session, and says why it could not. */
    static final long IS_STARTING = -2;

    private ExitingProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        BedrockAgentCoreClient client =
                TestClients.builder(URI.create(arguments[0])).build();
        if (seed == STARTS_LATE) {
            startLate(Browser.of(client));
            return;
        }
        if (seed == IS_STARTING) {
            Thread starting = new Thread(() -> startUntilExit(Browser.of(client)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> join(starting)));
            starting.start();
            return;
        }
        for (int i = 1 + new Random(seed).nextInt(3); i > 0; i--) {
            Random random = new Random(seed * 10 + i);
            Thread thread = new Thread(() -> use(Browser.of(client), random));
            thread.setDaemon(true);
            thread.start();
        }
        TimeUnit.MINUTES.sleep(1);
        client.close();
    }

    private static void startLate(Browser browser) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> startUntilExit(browser)));
        System.out.println(browser.start(BrowserSessionOptions.Builder::stopOnExit));
    }

    /** Starts sessions until that fails, and says why. */
    private static void startUntilExit(Browser browser) {
        try {
            while (true) {
                browser.start(BrowserSessionOptions.Builder::stopOnExit).close();
            }
        } catch (BrowserException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void use(Browser browser, Random random) {
        while (true) {
            try (BrowserSession session = browser.start(BrowserSessionOptions.Builder::stopOnExit)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                session.describe();
            } catch (RuntimeException e) {
                System.out.println("Starting another session after " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
