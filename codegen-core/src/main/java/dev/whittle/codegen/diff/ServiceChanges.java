package dev.whittle.codegen.diff;

import dev.whittle.codegen.diff.Comparison.Described;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.ClientParameter;
import dev.whittle.codegen.model.ServiceTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what concerns a service as a whole. */
final class ServiceChanges {
    private final Comparison comparison;
    private final ServiceTraits old;
    private final ServiceTraits now;

    ServiceChanges(Comparison comparison) {
        this.comparison = comparison;
        this.old = comparison.before().model().service();
        this.now = comparison.after().model().service();
    }

    private Finding report(ChangeCode code, String message) {
        return comparison.report(code, "", message).at(old.pointer(), now.pointer());
    }

    /** A change that every client meets where it is created. */
    private Finding reportClients(ChangeCode code, String message) {
        Finding finding = report(code, message);
        OperationChanges.clients(comparison.before()).forEach(type -> finding.touches(type, "builder", "create"));
        return finding;
    }

    /** Whether all classes have other names, so that each element differs. */
    boolean findRenamed() {
        String before = comparison.before().names().client().canonicalName();
        String after = comparison.after().names().client().canonicalName();
        if (before.equals(after)) {
            return false;
        }
        report(ChangeCode.SERVICE_RENAMED, "the client changes from " + before + " to " + after)
                .elements(comparison.claims().rest())
                .witness("import " + before + ";", "import " + after + ";");
        return true;
    }

    void find() {
        protocol();
        endpoints();
        if (!old.signingName().equals(now.signingName())) {
            reportClients(
                            ChangeCode.SIGNING_NAME_CHANGED,
                            "the signing name changes from '" + old.signingName() + "' to '" + now.signingName() + "'")
                    .wire(WireVerdict.breaking("the service refuses the signature"))
                    .witness(old.signingName(), now.signingName());
        }
        parameters();
        comparison.describe(
                new Described(old.pointer(), old.fullName() + old.documentation(), null, false),
                new Described(now.pointer(), now.fullName() + now.documentation(), null, false),
                comparison.after().names().serviceName(),
                null,
                null,
                List.of());
    }

    /** A service that speaks both protocols understands both clients. */
    private void protocol() {
        if (comparison.hasSameProtocol()) {
            return;
        }
        String protocol = comparison.before().wire().protocol();
        String other = comparison.after().wire().protocol();
        Finding finding = reportClients(
                        ChangeCode.PROTOCOL_CHANGED, "the protocol changes from " + protocol + " to " + other)
                .witness(protocol, other);
        if (!now.protocols().contains(protocol)) {
            finding.oldClient(Judgement.breaking("the new service does not speak the protocol of the old client"));
        }
        if (!old.protocols().contains(other)) {
            finding.newClient(Judgement.breaking("the old service does not speak the protocol of the new client"));
        }
    }

    private void endpoints() {
        EndpointRules rules = comparison.before().model().endpoints();
        EndpointRules others = comparison.after().model().endpoints();
        boolean hadRules = rules != null;
        boolean hasRules = others != null;
        String host = host(old);
        String otherHost = host(now);
        if (hadRules != hasRules || (hadRules && !rules(rules).equals(rules(others)))) {
            reportClients(ChangeCode.ENDPOINT_RULES_CHANGED, "the rules for endpoints change")
                    .wire(WireVerdict.risky("the client may call another host"))
                    .witness("a client without an endpoint", "set the endpoint if the host must stay");
        } else if (!hadRules && !host.equals(otherHost)) {
            reportClients(ChangeCode.ENDPOINT_CHANGED, "the host changes from " + host + " to " + otherHost)
                    .wire(WireVerdict.risky("the service may have only one of the hosts"))
                    .witness(host, otherHost);
        }
    }

    private static String rules(@Nullable EndpointRules rules) {
        return rules == null ? "" : rules.parameters() + " " + rules.rules();
    }

    private static String host(ServiceTraits service) {
        if (service.defaultEndpoint() != null) {
            return service.defaultEndpoint();
        }
        return service.aws() ? service.endpointPrefix() + ".<region>" : "none";
    }

    private void parameters() {
        Map<String, ClientParameter> before = parameters(comparison.before());
        Map<String, ClientParameter> after = parameters(comparison.after());
        before.forEach((setter, parameter) -> {
            ClientParameter same = after.get(setter);
            if (same == null) {
                report(
                                ChangeCode.CLIENT_PARAMETER_REMOVED,
                                "the parameter " + parameter.name() + " of the client is removed")
                        .at(parameter.pointer(), null)
                        .elements(claim(setter))
                        .witness("builder." + setter + "(…)", "remove the call");
            } else if (!Objects.equals(parameter.type(), same.type())) {
                report(
                                ChangeCode.CLIENT_PARAMETER_CHANGED,
                                "the type of the parameter " + parameter.name() + " of the client changes")
                        .at(parameter.pointer(), same.pointer())
                        .elements(claim(setter))
                        .witness(
                                "builder." + setter + "(" + parameter.type() + ")",
                                "builder." + setter + "(" + same.type() + ")");
            }
        });
        after.forEach((setter, parameter) -> {
            if (!before.containsKey(setter)) {
                report(ChangeCode.CLIENT_PARAMETER_ADDED, "the client gains the parameter " + parameter.name())
                        .at(null, parameter.pointer())
                        .elements(claim(setter));
            }
        });
    }

    private static Map<String, ClientParameter> parameters(ClientModel client) {
        Map<String, ClientParameter> parameters = new LinkedHashMap<>();
        EndpointRules rules = client.model().endpoints();
        if (rules != null) {
            rules.clientParameters()
                    .forEach(each -> parameters.put(client.names().clientParameter(each), each));
        }
        return parameters;
    }

    private List<JavaChange> claim(String setter) {
        List<JavaChange> changes = new ArrayList<>();
        OperationChanges.clients(comparison.before())
                .forEach(type -> changes.addAll(comparison.claims().members(type, setter)));
        return changes;
    }
}
