package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread closes a response while another one waits for its next bytes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingWhileReadingTest {
    private static final int ROUNDS = 20;

    /** The end of the body, which arrives while the response is closed, must not bring the connection back. */
    @Test
    void theConnectionEndsWithTheResponse() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch isClosing = new CountDownLatch(1);
            try (RawServer server = new RawServer(c -> {
                        if (c.readHead().startsWith("PUT")) {
                            c.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");
                            c.awaitEnd();
                        }
                        c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
                        isClosing.await();
                        Thread.sleep(10);
                        c.write("0\r\n\r\n");
                        c.awaitEnd();
                    });
                    SocketTransport transport = new SocketTransport()) {
                HttpResponse response = transport.send(server.request("GET").build());
                assertThat(response.body().readNBytes(5)).isEqualTo("first".getBytes(StandardCharsets.US_ASCII));
                AtomicReference<Throwable> thrown = new AtomicReference<>();
                Thread reader = new Thread(() -> {
                    try {
                        thrown.set(new AssertionError("read " + response.body().read()));
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                });
                reader.start();
                while (!isReading(reader)) {
                    Thread.sleep(1);
                }
                isClosing.countDown();
                response.close();
                reader.join();
                assertThat(thrown.get()).as("round %d", round).isInstanceOf(IOException.class);
                assertThatThrownBy(response.body()::read).isInstanceOf(IOException.class);

                HttpResponse next = transport.send(server.request("PUT").build());
                assertThat(next.body().readAllBytes()).isEqualTo("good".getBytes(StandardCharsets.US_ASCII));
                assertThat(server.connections).hasValue(2);
            }
        }
    }

    private static boolean isReading(Thread reader) {
        for (StackTraceElement frame : reader.getStackTrace()) {
            if (frame.getClassName().endsWith(".Connection")) {
                return true;
            }
        }
        return false;
    }
}
