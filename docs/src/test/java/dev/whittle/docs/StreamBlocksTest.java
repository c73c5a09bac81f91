package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.recordings.RecordingsAsyncClient;
import com.example.recordings.RecordingsClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpTransport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the page on streams runs, against a service in memory that says what it got. */
class StreamBlocksTest {
    private static final String IMPORTS = """
            import com.example.recordings.*;
            import com.example.recordings.model.*;
            import dev.whittle.runtime.client.*;
            import dev.whittle.runtime.http.*;
            import dev.whittle.runtime.shape.Blob;
            import dev.whittle.runtime.stream.*;
            import java.io.*;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            """;

    /** What the pieces take for granted; paths are below a folder of the test. */
    private static final String SURROUNDINGS = """
            public class Piece implements java.util.concurrent.Callable<String> {
                private final RecordingsClient client;
                private final RecordingsAsyncClient asyncClient;
                private final Path folder;
                private final StringBuffer printed = new StringBuffer();
                private final ByteArrayOutputStream played = new ByteArrayOutputStream();
                private final CountDownLatch completed = new CountDownLatch(1);
                private final Out System = new Out();

                public Piece(RecordingsClient client, RecordingsAsyncClient asyncClient, Path folder) {
                    this.client = client;
                    this.asyncClient = asyncClient;
                    this.folder = folder;
                }

                class Out {
                    final Out out = this;

                    void println(Object text) {
                        printed.append(text).append('\\n');
                    }
                }

                InputStream openMicrophone() {
                    return new ByteArrayInputStream("spoken".getBytes());
                }

                List<byte[]> microphonePieces() {
                    return List.of("one".getBytes(), "two".getBytes());
                }

                OutputStream player() {
                    return played;
                }

                Flow.Subscriber<RecordingEvent> subscriber() {
                    return new Flow.Subscriber<>() {
                        public void onSubscribe(Flow.Subscription subscription) {
                            subscription.request(Long.MAX_VALUE);
                        }

                        public void onNext(RecordingEvent event) {
                            System.println(event);
                        }

                        public void onError(Throwable failure) {
                            System.println(failure);
                            completed.countDown();
                        }

                        public void onComplete() {
                            completed.countDown();
                        }
                    };
                }
            """;

    /** What the service must have got, and what the program must have printed or left. */
    private static final Map<String, String> EXPECTED = new HashMap<>(Map.ofEntries(
            Map.entry(
                    "upload",
                    "PUT /recordings/monday: 11 bytes\nPUT /recordings/note: 18 bytes\nPUT /recordings/live: 6 bytes\n"),
            Map.entry("download", "GET /recordings/monday\naudio/wav, 7 bytes\nplayed content\n"),
            Map.entry("save", "GET /recordings/monday\ncopy.wav: content\n"),
            Map.entry("scoped", "GET /recordings/monday\ncopy.wav: content\n"),
            Map.entry("patient", ""),
            Map.entry("progress", "PUT /recordings/monday: 11 bytes\n11 of 11 bytes\n"),
            Map.entry("server-sent", "POST /recordings/monday/summary\nmessage: Short.\nend: \n"),
            Map.entry("events", "GET /recordings/monday/events\nhello\nan event of the type pause\n"),
            Map.entry("publisher", "GET /recordings/monday/events\nWordMember"),
            Map.entry("both", "POST /transcriptions\nWordMember")));

    @TempDir
    private Path folder;

    static List<CodeBlock> blocks() {
        return Page.blocks("stream");
    }

    @Test
    void everyResultBelongsToABlock() {
        assertThat(blocks()).extracting(CodeBlock::argument).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void runs(CodeBlock block, @TempDir Path classes) throws Exception {
        Files.writeString(folder.resolve("monday.wav"), "hello world");
        String waiting = block.argument().equals("publisher") ? "completed.await(20, TimeUnit.SECONDS);\n" : "";
        // Files are in a folder of the test.
        String source = IMPORTS + SURROUNDINGS + "public String call() throws Exception {\n"
                + block.text().replace("Path.of(", "folder.resolve(") + waiting
                + "return printed + (played.size() == 0 ? \"\" : \"played \" + played + '\\n');\n"
                + "}\n}\n";
        RecordedService service = new RecordedService();
        try (Compiled compiled = Compiled.of(Map.of("Piece.java", source), classes);
                RecordingsClient client = RecordingsClient.builder()
                        .region("us-east-1")
                        .credentials(CredentialsProvider.of(Credentials.of("AKID", "secret")))
                        .endpoint(URI.create("http://127.0.0.1:1"))
                        .transport(service)
                        .build();
                RecordingsAsyncClient asyncClient = async(service)) {
            Object piece = compiled.loader()
                    .loadClass("Piece")
                    .getConstructor(RecordingsClient.class, RecordingsAsyncClient.class, Path.class)
                    .newInstance(client, asyncClient, folder);
            String printed = (String) ((java.util.concurrent.Callable<?>) piece).call();
            Path copy = folder.resolve("copy.wav");
            String left = Files.exists(copy) ? "copy.wav: " + Files.readString(copy) + "\n" : "";
            assertThat(service.log + printed + left).as(block.place()).startsWith(EXPECTED.get(block.argument()));
        }
    }

    private static RecordingsAsyncClient async(HttpTransport service) {
        return RecordingsAsyncClient.builder()
                .region("us-east-1")
                .credentials(CredentialsProvider.of(Credentials.of("AKID", "secret")))
                .endpoint(URI.create("http://127.0.0.1:1"))
                .transport(service)
                .build();
    }
}
