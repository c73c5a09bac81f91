/** What a generated client needs at run time: transport, signing, codecs, errors. */
// The transport that uses the internal package is compiled later.
@SuppressWarnings("module")
module dev.whittle.runtime {
    requires static transitive org.jspecify;

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
    exports dev.whittle.runtime.internal to
            dev.whittle.transport.jdk;
    exports dev.whittle.runtime.paginate;
    exports dev.whittle.runtime.retry;
    exports dev.whittle.runtime.shape;
    exports dev.whittle.runtime.stream;
    exports dev.whittle.runtime.wait;
}
