/**
 * The service model of AgentCore's browser sessions: resources below {@code META-INF/service-model}, and no classes.
 * Any module may read them, since no package holds them.
 */
module dev.whittle.model.bedrockagentcore {}
