package dev.whittle.codegen.c2j;

import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.Quote;

/** The words of {@code service-2.json}. */
public final class C2jDialect implements Dialect {
    @Override
    public String protocol(String id) {
        return ProtocolReader.word(id);
    }

    @Override
    public String noServiceId() {
        return "the metadata of the service has no 'serviceId'";
    }

    @Override
    public String noEndpointPrefix() {
        return "the metadata of the service has no 'endpointPrefix'";
    }

    @Override
    public String noTargetPrefix() {
        return "the metadata of the service has no 'targetPrefix'";
    }

    @Override
    public String noApiVersion() {
        return "the metadata of the service has no 'apiVersion'";
    }

    @Override
    public String globalEndpoint() {
        return "'globalEndpoint'";
    }

    @Override
    public String nameOnWire() {
        return "locationName";
    }

    @Override
    public String http() {
        return "\"http\" with \"method\" and \"requestUri\"";
    }

    @Override
    public String makeRequired() {
        return "add it to \"required\"";
    }

    @Override
    public String bindToLabel() {
        return "\"location\": \"uri\"";
    }

    @Override
    public String boundToLabel(String label) {
        return "location \"uri\" but locationName \"" + Quote.shortened(label) + "\"";
    }

    @Override
    public String exception() {
        return "\"exception\": true";
    }

    @Override
    public String makePayload(String member) {
        return "add \"payload\": \"" + Quote.shortened(member) + "\" to the shape";
    }

    @Override
    public String eventHeader() {
        return "\"eventheader\": true";
    }

    @Override
    public String hostLabel() {
        return "\"hostLabel\": true";
    }

    @Override
    public String inputTokens() {
        return "input_token";
    }

    @Override
    public String outputTokens() {
        return "output_token";
    }
}
