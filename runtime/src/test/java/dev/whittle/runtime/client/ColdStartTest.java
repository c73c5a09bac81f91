package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which classes a new process does not load for a call whose credentials and region are in its environment. */
class ColdStartTest {
    private static final String AUTH = "dev.whittle.runtime.auth.";

    private static final Set<String> NEEDED_TO_SIGN = Set.of(
            "CanonicalHeaders",
            "CanonicalUri",
            "Credentials",
            "CredentialsChain",
            "CredentialsProvider",
            "CredentialsSource",
            "SigV4Signer",
            "SigningDate",
            "SigningKey",
            "SigningKeys",
            "SigningWorkspace");

    /** What the new process runs. */
    static final class OneCall {
        private OneCall() {}

        public static void main(String[] args) {
            TestClient client = TestClient.bare().transport(new FakeTransport());
            client.settings.put("env AWS_ACCESS_KEY_ID", "ENV");
            client.settings.put("env AWS_SECRET_ACCESS_KEY", "s");
            client.settings.put("env AWS_REGION", "eu-west-1");
            try (CallPipeline pipeline = client.build()) {
                pipeline.call(TestOperation.get(), "1", null);
            }
        }
    }

    @Test
    void whatIsNotNeededIsNotLoaded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneCall.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> ours = output.lines()
                .filter(line -> line.contains(" dev.whittle.runtime."))
                .map(line ->
                        line.substring(line.indexOf("dev.whittle.runtime.")).split(" ", 2)[0])
                .toList();
        assertThat(ours).contains("dev.whittle.runtime.auth.SigV4Signer", "dev.whittle.runtime.auth.CredentialsChain");
        assertThat(ours)
                .filteredOn(name -> name.startsWith(AUTH))
                .as("only what Signature Version 4 and credentials of the environment need")
                .allMatch(name -> NEEDED_TO_SIGN.contains(name.substring(AUTH.length())));
        assertThat(ours)
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.metadata."))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.client.Async"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.client.Presign"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.http.Hpack"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.http.Http2"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.http.TwoWay"))
                .doesNotContain(
                        "dev.whittle.runtime.checksum.CheckedBody",
                        "dev.whittle.runtime.client.ErrorFormat",
                        "dev.whittle.runtime.client.JsonErrors",
                        "dev.whittle.runtime.client.PendingCall",
                        "dev.whittle.runtime.internal.VirtualThreads",
                        "dev.whittle.runtime.region.FurtherRegions",
                        "dev.whittle.runtime.config.Profiles",
                        "dev.whittle.runtime.internal.Queries");
    }
}
