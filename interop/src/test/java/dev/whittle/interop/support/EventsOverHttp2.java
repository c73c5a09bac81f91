package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** A service whose operations have events in both directions, on Netty's HTTP/2. It verifies each signature. */
public final class EventsOverHttp2 implements AutoCloseable {
    /** What the service says to an event. */
    public interface Script {
        /**
         * The response to an event, as messages.
         *
         * @param event null for the end of the events
         */
        byte[] respond(@Nullable Message event);
    }

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;
    private final String signingName;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Message> events = new CopyOnWriteArrayList<>();

    /** Starts a service. */
    public EventsOverHttp2(String signingName, Script script) {
        this.signingName = signingName;
        channel = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        opened.pipeline()
                                .addLast(
                                        Http2FrameCodecBuilder.forServer().build(),
                                        new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
                                            @Override
                                            protected void initChannel(Channel stream) {
                                                stream.pipeline().addLast(new Exchange(script));
                                            }
                                        }));
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
    }

    /** The head of the only request. */
    public RecordedRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests came");
        }
        return requests.get(0);
    }

    /** The events that came, without their signatures. */
    public List<Message> events() {
        return events;
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        if (failure.get() != null) {
            throw new AssertionError("the service did not get what it expects", failure.get());
        }
    }

    private static RecordedRequest recorded(Http2Headers head) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        for (Map.Entry<CharSequence, CharSequence> header : head) {
            headers.computeIfAbsent(header.getKey().toString(), name -> new ArrayList<>())
                    .add(header.getValue().toString());
        }
        headers.put("host", List.of(head.authority().toString()));
        return new RecordedRequest(head.method().toString(), head.path().toString(), headers, new byte[0]);
    }

    /** One request and its response. */
    private final class Exchange extends ChannelInboundHandlerAdapter {
        private final Script script;
        private final List<Message> arrived = new ArrayList<>();
        private final MessageDecoder decoder = new MessageDecoder(arrived::add);
        private @Nullable Signatures signatures;
        private boolean hasEnded;

        Exchange(Script script) {
            this.script = script;
        }

        @Override
        public void channelRead(ChannelHandlerContext stream, Object frame) {
            try {
                if (frame instanceof Http2HeadersFrame head) {
                    RecordedRequest request = recorded(head.headers());
                    requests.add(request);
                    assertThat(request.header("x-amz-content-sha256")).isEqualTo("STREAMING-AWS4-HMAC-SHA256-EVENTS");
                    signatures = Signatures.assertSigned(request, signingName);
                    Http2Headers response = new DefaultHttp2Headers().status("200");
                    response.add("content-type", Events.CONTENT_TYPE).add("x-amzn-requestid", "r-1");
                    stream.writeAndFlush(new DefaultHttp2HeadersFrame(response));
                } else if (frame instanceof Http2DataFrame data) {
                    byte[] bytes = new byte[data.content().readableBytes()];
                    data.content().readBytes(bytes);
                    decoder.feed(bytes);
                    for (Message signed : arrived) {
                        respond(stream, signatures.assertNext(signed));
                    }
                    arrived.clear();
                    if (data.isEndStream() && !hasEnded) {
                        throw new AssertionError("the events end without a signature");
                    }
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
                stream.close();
            } finally {
                ReferenceCountUtil.release(frame);
            }
        }

        private void respond(ChannelHandlerContext stream, @Nullable Message event) {
            if (hasEnded) {
                throw new AssertionError("an event came after the end");
            }
            hasEnded = event == null;
            if (event != null) {
                events.add(event);
            }
            byte[] response = script.respond(event);
            stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(response), hasEnded));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext stream, Throwable cause) {
            stream.close();
        }
    }
}
