package dev.whittle.benchmarks.call;

import dev.whittle.benchmarks.floor.FloorClient;
import dev.whittle.benchmarks.floor.FloorModel.Start;
import dev.whittle.benchmarks.floor.FloorModel.ViewPort;
import dev.whittle.benchmarks.floor.FloorModel.Wanted;
import dev.whittle.benchmarks.floor.FloorSigner;
import dev.whittle.benchmarks.floor.FloorSocket;
import dev.whittle.benchmarks.floor.FloorTransport;
import dev.whittle.benchmarks.floor.FloorUrlConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The calls made by hand. */
public final class FloorCalls implements BrowserCalls {
    private final FloorClient client;

    private FloorCalls(FloorTransport transport, String host) {
        this.client = new FloorClient(
                transport,
                new FloorSigner(Account.ACCESS_KEY, Account.SECRET_KEY, Account.REGION, Account.SERVICE),
                host);
    }

    /** Answered in memory. */
    public static FloorCalls inMemory(byte[] session, byte[] started) {
        return new FloorCalls(
                (method, target, date, authorization, body) ->
                        new ByteArrayInputStream(method.equals("GET") ? session : started),
                Account.HOST);
    }

    /** Sent to a server over the JDK's HttpURLConnection. */
    public static FloorCalls to(String endpoint) {
        return new FloorCalls(new FloorUrlConnection(endpoint), endpoint.substring(endpoint.indexOf("//") + 2));
    }

    /** Sent to a server over one kept socket. */
    public static FloorCalls bySocket(String endpoint) {
        return new FloorCalls(new FloorSocket(endpoint), endpoint.substring(endpoint.indexOf("//") + 2));
    }

    @Override
    public Object get() {
        try {
            return client.getBrowserSession(Account.BROWSER, Account.SESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Object start() {
        try {
            return client.startBrowserSession(
                    new Start(Account.BROWSER, Account.NAME, 3600, new ViewPort(1920, 1080), Account.TOKEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Object list() {
        try {
            return client.listBrowserSessions(
                    new Wanted(Account.BROWSER, Account.PAGE_SIZE, Account.PAGE, Account.STATUS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
