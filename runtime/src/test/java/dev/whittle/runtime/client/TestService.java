package dev.whittle.runtime.client;

import java.util.List;

/** A service as the generator writes it. */
final class TestService extends ServiceInfo {
    TestService(String... requestIdHeaders) {
        super(
                "Bedrock AgentCore",
                "2024-02-28",
                "bedrock-agentcore",
                "bedrock-agentcore",
                "browser (x)",
                List.of(requestIdHeaders));
    }

    @Override
    public ErrorFormat errorFormat() {
        return JsonErrors.INSTANCE;
    }
}
