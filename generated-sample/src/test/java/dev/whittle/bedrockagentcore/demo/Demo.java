package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.BrowserException;
import dev.whittle.bedrockagentcore.chromium.BrowserService;
import dev.whittle.bedrockagentcore.chromium.Chromium;
import dev.whittle.bedrockagentcore.chromium.Site;
import dev.whittle.bedrockagentcore.demo.Setting.Kind;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes a browser session from its start to its end, and prints what came back.
 *
 * <p>It needs no AWS account: a service on this machine responds. The service uses Chromium if it is installed, and plays
 * a browser otherwise. With {@code --live} the real service responds, in the region and with the credentials that the
 * environment names, and bills for a minute of a browser's time.
 */
public final class Demo {
    private static final String USAGE = "usage: Demo [--chromium | --no-browser | --live]";
    private static final Credentials CREDENTIALS = Credentials.of("AKIDEXAMPLE", "not-a-secret");

    private final Output out;
    private final Path folder;
    private final Supplier<BedrockAgentCoreClient> live;
    private final Supplier<Optional<Path>> chromium;

    /**
     * @param folder for pictures and documents
     * @param live makes a client of the real service
     * @param chromium finds the browser on this machine
     */
    Demo(PrintStream out, Path folder, Supplier<BedrockAgentCoreClient> live, Supplier<Optional<Path>> chromium) {
        this.out = new Output(out);
        this.folder = folder;
        this.live = live;
        this.chromium = chromium;
    }

    /** Runs the demo; the exit status is 0 if all of it went well. */
    public static void main(String[] arguments) throws Exception {
        // The compiled tests are in a folder of target/.
        Path classes = Path.of(
                Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        int status = new Demo(
                        System.out, classes.resolveSibling("demo"), BedrockAgentCoreClient::create, Chromium::find)
                .run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> arguments) throws IOException {
        return switch (String.join(" ", arguments)) {
            case "" -> runHere();
            case "--chromium" -> runChromium();
            case "--no-browser" -> runPlayed("The service plays a browser, as --no-browser demands.");
            case "--live" -> runLive();
            default -> {
                out.text(USAGE);
                yield 2;
            }
        };
    }

    private int runHere() throws IOException {
        Optional<Path> program = chromium.get();
        if (program.isEmpty()) {
            return runPlayed(
                    "Chromium is not installed, so the service plays a browser. To see a real one: apt-get install chromium");
        }
        try {
            // A program of this name may be no browser, or lack something here: then the demo does without.
            Chromium.start(1280, 720).close();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return runPlayed("The service plays a browser, because a real one does not start: " + reason);
        }
        return runChromium(program.get());
    }

    private int runChromium() throws IOException {
        Optional<Path> program = chromium.get();
        if (program.isPresent()) {
            return runChromium(program.get());
        }
        out.text("Chromium is not installed: apt-get install chromium, or set " + Chromium.PATH + " to its path.");
        return 1;
    }

    private int runChromium(Path program) throws IOException {
        try (Site site = Site.start();
                BrowserService service = BrowserService.start(CREDENTIALS, NewerService::describe);
                BedrockAgentCoreClient client = service.client()) {
            introduce(service.endpoint());
            out.text("Each session has a Chromium: " + program + ".");
            return walk(new Setting(client, Kind.CHROMIUM, site.address(), folder));
        }
    }

    private int runPlayed(String reason) throws IOException {
        try (PlayedService service = PlayedService.start();
                BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                        .region("us-east-1")
                        .endpoint(service.endpoint())
                        .credentials(CredentialsProvider.of(CREDENTIALS))
                        .build()) {
            introduce(service.endpoint());
            out.text(reason);
            return walk(new Setting(client, Kind.PLAYED, URI.create("https://example.com/greetings"), folder));
        }
    }

    private void introduce(URI endpoint) {
        out.text("A service on this machine responds, at " + endpoint + ".");
        out.text("It is newer than the client: it says things that the client's model does not know.");
    }

    private int runLive() {
        try (BedrockAgentCoreClient client = live.get()) {
            out.text("Amazon Bedrock AgentCore responds, in the region that the environment names.");
            return walk(new Setting(client, Kind.LIVE, URI.create("https://example.com"), folder));
        } catch (ConfigurationException e) {
            return configurationMissing(e);
        }
    }

    private int walk(Setting setting) {
        try {
            new Walkthrough(setting, out).run();
            return 0;
        } catch (ConfigurationException e) {
            return configurationMissing(e);
        } catch (CallException | BrowserException | IOException e) {
            out.blank();
            out.text("The demo ends here: " + e.getMessage());
            return 1;
        }
    }

    private int configurationMissing(ConfigurationException e) {
        out.blank();
        out.text("The real service cannot be called: " + e.getMessage() + ".");
        out.text("For example: AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...");
        out.text("Without --live, the demo needs none of it.");
        return 1;
    }
}
