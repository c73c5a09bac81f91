/** What a generated client needs at run time: transport, signing, codecs, errors. */
module dev.whittle.runtime {
    requires static transitive org.jspecify;
    // Only JdkHttpClientTransport needs it.
    requires static java.net.http;

    exports dev.whittle.runtime;
    exports dev.whittle.runtime.auth;
    exports dev.whittle.runtime.checksum;
    exports dev.whittle.runtime.client;
    exports dev.whittle.runtime.codec;
    exports dev.whittle.runtime.config;
    exports dev.whittle.runtime.document;
    exports dev.whittle.runtime.endpoint;
    exports dev.whittle.runtime.error;
    exports dev.whittle.runtime.http;
    exports dev.whittle.runtime.paginate;
    exports dev.whittle.runtime.retry;
    exports dev.whittle.runtime.shape;
    exports dev.whittle.runtime.stream;
    exports dev.whittle.runtime.wait;
}
