package dev.whittle.runtime.client;

import java.util.List;

/** A service as the generator writes it. */
final class TestService extends ServiceInfo {
    private final ErrorFormat errors;

    TestService(String... requestIdHeaders) {
        this(JsonErrors.INSTANCE, requestIdHeaders);
    }

    TestService(ErrorFormat errors, String... requestIdHeaders) {
        super(
                "Bedrock AgentCore",
                "2024-02-28",
                "bedrock-agentcore",
                "bedrock-agentcore",
                "browser (x)",
                List.of(requestIdHeaders));
        this.errors = errors;
    }

    @Override
    public ErrorFormat errorFormat() {
        return errors;
    }
}
