package dev.whittle.runtime.http;

import io.netty.bootstrap.ServerBootstrap;
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
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Netty's HTTP/2 on a loopback socket, which does with each frame what a script says. */
final class NettyServer implements AutoCloseable {
    /** What becomes of one frame of a stream. */
    interface Script {
        void frame(ChannelHandlerContext stream, Http2StreamFrame frame);
    }

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;
    private final String scheme;

    /** The heads of requests. */
    final List<Http2Headers> heads = new CopyOnWriteArrayList<>();

    /** The connections that are open. */
    final AtomicInteger connections = new AtomicInteger();

    /** What the client has ended streams with. */
    final List<Long> resets = new CopyOnWriteArrayList<>();

    /**
     * Starts a server.
     *
     * @param context the context of TLS, where only HTTP/2 is offered; null for none
     */
    NettyServer(SSLContext context, Script script) throws InterruptedException {
        scheme = context == null ? "http" : "https";
        channel = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        connections.incrementAndGet();
                        opened.closeFuture().addListener(f -> connections.decrementAndGet());
                        if (context != null) {
                            opened.pipeline().addLast(tls(context).newHandler(opened.alloc()));
                        }
                        opened.pipeline()
                                .addLast(
                                        Http2FrameCodecBuilder.forServer().build(),
                                        new Http2MultiplexHandler(new Stream(script)),
                                        new Closing());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .sync()
                .channel();
    }

    private static JdkSslContext tls(SSLContext context) {
        ApplicationProtocolConfig protocols = new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                "h2");
        return new JdkSslContext(
                context, false, null, IdentityCipherSuiteFilter.INSTANCE, protocols, ClientAuth.NONE, null, false);
    }

    HttpRequest.Builder request(RequestBody body) {
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        return HttpRequest.builder()
                .method("POST")
                .origin(scheme, "127.0.0.1:" + port)
                .path("/x")
                .timeouts(5000, 20_000)
                .body(body)
                .twoWay();
    }

    /** Responds at once, sends all data back, and ends with a trailer. */
    static Script echo() {
        return (stream, frame) -> {
            if (frame instanceof Http2HeadersFrame head) {
                if (head.headers().status() == null && head.headers().method() != null) {
                    respond(stream, "200");
                }
                if (head.isEndStream()) {
                    Http2Headers trailer = new DefaultHttp2Headers();
                    String sum = String.valueOf(head.headers().get("x-sum"));
                    stream.writeAndFlush(new DefaultHttp2HeadersFrame(trailer.add("x-echo", sum), true));
                }
            } else if (frame instanceof Http2DataFrame data) {
                stream.writeAndFlush(new DefaultHttp2DataFrame(data.content().retain()));
                if (data.isEndStream()) {
                    Http2Headers trailer = new DefaultHttp2Headers();
                    stream.writeAndFlush(new DefaultHttp2HeadersFrame(trailer.add("x-echo", "done"), true));
                }
            }
        };
    }

    static void respond(ChannelHandlerContext stream, String status) {
        Http2Headers head = new DefaultHttp2Headers().status(status).add("x-a", "b");
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(head));
    }

    /** Waits until all connections are closed. */
    void awaitNoConnections() throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (connections.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** A connection that fails is closed without a word in the log. */
    private static class Closing extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private final class Stream extends ChannelInitializer<Channel> {
        private final Script script;

        Stream(Script script) {
            this.script = script;
        }

        @Override
        protected void initChannel(Channel stream) {
            stream.pipeline().addLast(new Closing() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    try {
                        if (message instanceof Http2HeadersFrame head
                                && head.headers().method() != null) {
                            heads.add(head.headers());
                        }
                        script.frame(context, (Http2StreamFrame) message);
                    } finally {
                        ReferenceCountUtil.release(message);
                    }
                }

                @Override
                public void userEventTriggered(ChannelHandlerContext context, Object event) {
                    if (event instanceof io.netty.handler.codec.http2.Http2ResetFrame reset) {
                        resets.add(reset.errorCode());
                    }
                }
            });
        }
    }
}
