package dev.whittle.codegen.harness;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that refuses each request that its model does not know or does not allow, in each of its protocols. */
final class StrictService {
    /** Headers that every request may have. */
    private static final Set<String> GENERAL = Set.of(
            "accept",
            "authorization",
            "content-encoding",
            "content-md5",
            "content-type",
            "user-agent",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-security-token");

    private final List<LinkedService> services;
    private final List<String> refusals = new ArrayList<>();

    StrictService(ModelSource model) {
        this.services = Generation.linked(model).model().service().protocols().stream()
                .map(protocol -> Generation.linked(model, protocol))
                .toList();
    }

    /** Why it refused requests so far. */
    List<String> refusals() {
        return refusals;
    }

    /** Why it refuses the last request, empty if it accepts it. */
    String refusal(Wire wire) {
        List<String> found =
                services.stream().map(service -> refusal(service, wire)).toList();
        if (found.contains("")) {
            return "";
        }
        refusals.addAll(found);
        return found.toString();
    }

    private static String refusal(LinkedService service, Wire wire) {
        String line = wire.line();
        int query = line.indexOf('?');
        String path = query < 0 ? line : line.substring(0, query);
        List<String> parameters =
                query < 0 ? List.of() : List.of(line.substring(query + 1).split("&"));
        for (Operation operation : service.model().operations()) {
            WireOperation bound = service.wire().operation(operation);
            Matcher host = pattern(
                            "",
                            bound.hostPrefix(),
                            Pattern.quote(service.model().service().endpointPrefix() + ".") + ".*")
                    .matcher(wire.host());
            Matcher request = pattern(bound.method() + " ", bound.path(), "").matcher(path);
            if (host.matches() && request.matches() && hasFixed(bound, wire, parameters)) {
                return Stream.of(
                                authentication(service, operation, wire),
                                encoding(operation, wire),
                                checksum(operation, wire),
                                parameters(service, operation, parameters),
                                headers(service, operation, wire),
                                body(service, operation, wire))
                        .filter(refusal -> !refusal.isEmpty())
                        .findFirst()
                        .orElse("");
            }
        }
        return "no operation for " + wire.host() + " " + line;
    }

    private static Pattern pattern(String before, List<UriPart> parts, String after) {
        return Pattern.compile(parts.stream()
                .map(part -> part instanceof UriPart.Label label
                        ? label.greedy() ? ".+" : "[^/]+"
                        : Pattern.quote(part.text()))
                .collect(Collectors.joining("", before, after)));
    }

    private static boolean hasFixed(WireOperation operation, Wire wire, List<String> parameters) {
        return operation.queryParameters().stream()
                        .allMatch(each -> parameters.contains(each.name() + "=" + each.value()))
                && operation.headers().stream().allMatch(each -> each.value().equals(wire.header(each.name())));
    }

    private static String authentication(LinkedService service, Operation operation, Wire wire) {
        if (!operation.auth().isSigV4()) {
            return "";
        }
        String scope = "/" + service.model().service().signingName() + "/aws4_request";
        String sent = wire.header("authorization");
        return sent != null && sent.contains(scope) ? "" : "no signature for " + scope;
    }

    private static String encoding(Operation operation, Wire wire) {
        return wire.header("content-encoding") == null || operation.gzip() ? "" : "the body is compressed";
    }

    private static String checksum(Operation operation, Wire wire) {
        Operation.Checksum checksum = operation.checksum();
        boolean isRequired = checksum != null && checksum.requestRequired();
        return !isRequired || wire.headers().keySet().stream().anyMatch(StrictService::isChecksum) ? "" : "no checksum";
    }

    private static boolean isChecksum(String header) {
        return header.equalsIgnoreCase("content-md5")
                || header.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-");
    }

    private static String parameters(LinkedService service, Operation operation, List<String> sent) {
        Set<String> names = new TreeSet<>();
        sent.forEach(each -> names.add(each.substring(0, (each + "=").indexOf('='))));
        service.wire().operation(operation).queryParameters().forEach(each -> names.remove(each.name()));
        List<String> missing = new ArrayList<>();
        for (BoundMember member : input(service, operation).members()) {
            if (member.binding() instanceof WireBinding.Query query
                    && !names.remove(query.name())
                    && member.member().required()) {
                missing.add(query.name());
            }
        }
        return missing.isEmpty() && names.isEmpty() ? "" : "parameters: missing " + missing + ", unknown " + names;
    }

    private static String headers(LinkedService service, Operation operation, Wire wire) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(wire.headers().keySet());
        GENERAL.forEach(names::remove);
        names.removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("amz-sdk-") || isChecksum(name));
        service.wire().operation(operation).headers().forEach(each -> names.remove(each.name()));
        List<String> missing = new ArrayList<>();
        for (BoundMember member : input(service, operation).members()) {
            if (member.binding() instanceof WireBinding.Header header
                    && !names.remove(header.name())
                    && member.member().required()) {
                missing.add(header.name());
            }
        }
        return missing.isEmpty() && names.isEmpty() ? "" : "headers: missing " + missing + ", unknown " + names;
    }

    private static WireStructure input(LinkedService service, Operation operation) {
        return service.wire().structure(operation.input());
    }

    private static String body(LinkedService service, Operation operation, Wire wire) {
        WireBody body = service.wire().operation(operation).requestBody();
        if (body instanceof WireBody.Members members) {
            return content(members.contentType(), wire, StrictJson.ofMembers(operation.input(), service));
        }
        if (body instanceof WireBody.Payload payload) {
            Member member = payload.member().member();
            return content(payload.contentType(), wire, StrictJson.ofValue(member, service));
        }
        return wire.body().isEmpty() ? "" : "a body";
    }

    private static String content(String type, Wire wire, StrictJson json) {
        // Without members there may be no body.
        if (!wire.body().isEmpty() && !type.equals(wire.header("content-type"))) {
            return "content type " + wire.header("content-type");
        }
        if (wire.header("content-encoding") != null) {
            return "";
        }
        return type.contains("json") ? json.refusal(wire.body().isEmpty() ? "{}" : wire.body()) : "";
    }
}
