package dev.whittle.codegen.smithy;

import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.Quote;

/** The words of Smithy. */
public final class SmithyDialect implements Dialect {
    @Override
    public String protocol(String id) {
        return id;
    }

    @Override
    public String noServiceId() {
        return "the trait aws.api#service has no 'sdkId'";
    }

    @Override
    public String noEndpointPrefix() {
        return "the trait aws.api#service has no 'endpointPrefix'";
    }

    @Override
    public String noTargetPrefix() {
        return "the service has no name";
    }

    @Override
    public String noApiVersion() {
        return "the service has no 'version'";
    }

    @Override
    public String globalEndpoint() {
        return "the endpoint";
    }

    @Override
    public String nameOnWire() {
        return "@jsonName";
    }

    @Override
    public String http() {
        return "@http with \"method\" and \"uri\"";
    }

    @Override
    public String makeRequired() {
        return "mark it with @required";
    }

    @Override
    public String bindToLabel() {
        return "@httpLabel";
    }

    @Override
    public String boundToLabel(String label) {
        return "@httpLabel but the name \"" + Quote.shortened(label) + "\"";
    }

    @Override
    public String exception() {
        return "@error";
    }

    @Override
    public String makePayload(String member) {
        return "mark member " + Quote.of(member) + " with @httpPayload";
    }

    @Override
    public String eventHeader() {
        return "@eventHeader";
    }

    @Override
    public String hostLabel() {
        return "@hostLabel";
    }

    @Override
    public String inputTokens() {
        return "inputToken";
    }

    @Override
    public String outputTokens() {
        return "outputToken";
    }
}
