package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Uses one session after the other on some threads, until something ends it. For {@link SessionsStopTest}. */
final class ExitingProgram {
    private ExitingProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        BedrockAgentCoreClient client =
                TestClients.builder(URI.create(arguments[0])).build();
        if (seed < 0) {
            startLate(Browser.of(client));
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

    /** Leaves a session open, and starts others while the process exits, until that is refused. */
    private static void startLate(Browser browser) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                while (true) {
                    browser.start(BrowserSessionOptions.Builder::stopOnExit).close();
                }
            } catch (BrowserException e) {
                System.out.println(e.getMessage());
            }
        }));
        System.out.println(browser.start(BrowserSessionOptions.Builder::stopOnExit));
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
