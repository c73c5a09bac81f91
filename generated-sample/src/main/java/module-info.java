/** A client for the browser sessions of Amazon Bedrock AgentCore. */
module dev.whittle.bedrockagentcore {
    requires transitive dev.whittle.runtime;
    requires static transitive org.jspecify;
    // Only connections of DevTools need it.
    requires static transitive java.net.http;

    exports dev.whittle.bedrockagentcore;
    exports dev.whittle.bedrockagentcore.browser;
    exports dev.whittle.bedrockagentcore.model;
}
