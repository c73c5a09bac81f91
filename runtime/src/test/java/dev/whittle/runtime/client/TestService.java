package dev.whittle.runtime.client;

import java.util.List;

/** A service as the generator writes it. */
class TestService extends ServiceInfo {
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

    /** A service with errors in XML. A class of its own, so that others do not load a second format. */
    static final class InXml extends TestService {
        @Override
        public ErrorFormat errorFormat() {
            return XmlErrors.INSTANCE;
        }
    }
}
