/** Reads a JSON service model and emits the Java sources of a client. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // These have names, but no descriptors.
module dev.whittle.codegen {
    requires java.logging;
    requires java.compiler;
    requires org.commonmark;
    requires org.jsoup;
    requires software.amazon.smithy.aws.endpoints;
    requires software.amazon.smithy.aws.traits;
    requires software.amazon.smithy.jmespath;
    requires software.amazon.smithy.model;
    requires software.amazon.smithy.protocol.traits;
    requires software.amazon.smithy.rulesengine;
    requires software.amazon.smithy.utils;
    requires software.amazon.smithy.waiters;
    requires tools.jackson.databind;
    requires transitive com.palantir.javapoet;
    requires static transitive org.jspecify;

    exports dev.whittle.codegen;
    exports dev.whittle.codegen.api;
    exports dev.whittle.codegen.diff;
    exports dev.whittle.codegen.json;
    exports dev.whittle.codegen.link;
    exports dev.whittle.codegen.lock;
    exports dev.whittle.codegen.model;
    exports dev.whittle.codegen.model.path;
    exports dev.whittle.codegen.names;
    exports dev.whittle.codegen.parsed;
    exports dev.whittle.codegen.problem;
    exports dev.whittle.codegen.protocol.wire;
    exports dev.whittle.codegen.report;
    exports dev.whittle.codegen.write;
}
