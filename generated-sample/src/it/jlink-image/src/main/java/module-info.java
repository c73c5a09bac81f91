/** The demo as an application that brings its own Java. */
module dev.whittle.bedrockagentcore.demo {
    requires dev.whittle.bedrockagentcore;
}
