package dev.whittle.interop.support;

import java.net.InetSocketAddress;
import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** A server of SQS that others wrote, in this JVM, on a free port of the loopback interface. */
public final class ElasticMq implements AutoCloseable {
    private final SQSRestServer server;
    private final InetSocketAddress address;

    /** Starts a server without queues. */
    public ElasticMq() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        address = server.waitUntilStarted().localAddress();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
