package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.diff.Comparison.Described;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.Auth;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the operations of two clients. */
final class OperationChanges {
    private final Comparison comparison;
    private final ClientModel before;
    private final ClientModel after;

    OperationChanges(Comparison comparison) {
        this.comparison = comparison;
        this.before = comparison.before();
        this.after = comparison.after();
    }

    void find() {
        Map<String, Operation> now = byName(after);
        Map<String, Operation> added = new LinkedHashMap<>(now);
        added.keySet().removeAll(byName(before).keySet());
        for (Operation operation : before.model().operations()) {
            Operation same = now.get(operation.name());
            if (same != null) {
                compare(operation, same);
                continue;
            }
            Operation renamed = renamed(operation, added.values());
            if (renamed == null) {
                removed(operation);
            } else {
                added.remove(renamed.name());
                renamed(operation, renamed);
            }
        }
        for (Operation operation : added.values()) {
            comparison
                    .report(
                            ChangeCode.OPERATION_ADDED,
                            operation.name(),
                            "the operation " + operation.name() + " is added")
                    .at(null, operation.pointer())
                    .reachedFrom(List.of(operation.name()), null)
                    .elements(claim(after, operation))
                    .newClient(Judgement.risky("the old service does not have the operation"))
                    .witness(
                            "client." + after.names().method(operation) + "(…)", "do not call it with the old service");
        }
    }

    private static Map<String, Operation> byName(ClientModel client) {
        return client.model().operations().stream()
                .collect(Collectors.toMap(
                        Operation::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** The only new operation with the same requests, if no other operation of the old client has them too. */
    private @Nullable Operation renamed(Operation operation, Collection<Operation> added) {
        WireOperation wire = before.wire().operation(operation);
        List<Operation> same = added.stream()
                .filter(each -> RequestLine.isSame(wire, after.wire().operation(each)))
                .toList();
        long others = before.model().operations().stream()
                .filter(each -> RequestLine.isSame(before.wire().operation(each), wire))
                .count();
        return same.size() == 1 && others == 1 ? same.get(0) : null;
    }

    private void renamed(Operation old, Operation now) {
        comparison
                .report(
                        ChangeCode.OPERATION_RENAMED,
                        now.name(),
                        "the operation " + old.name() + " is renamed to " + now.name())
                .at(old.pointer(), now.pointer())
                .reachedFrom(List.of(old.name(), now.name()), null)
                .elements(claim(before, old))
                .elements(claim(after, now))
                .witness(
                        "client." + before.names().method(old) + "(…)",
                        "client." + after.names().method(now) + "(…)");
        compare(old, now);
        compareMessages(old.input(), now.input());
        compareMessages(old.output(), now.output());
    }

    /** The classes of messages are named after their operation, so that those of a renamed one have no namesakes. */
    private void compareMessages(ShapeId old, ShapeId now) {
        new MemberChanges(
                        comparison, before.model().structure(old), after.model().structure(now))
                .find();
    }

    private void removed(Operation operation) {
        comparison
                .report(
                        ChangeCode.OPERATION_REMOVED,
                        operation.name(),
                        "the operation " + operation.name() + " is removed")
                .at(operation.pointer(), null)
                .reachedFrom(List.of(operation.name()), null)
                .elements(claim(before, operation))
                .oldClient(Judgement.breaking("the new service does not have the operation"))
                .witness("client." + before.names().method(operation) + "(…)", "remove the call");
    }

    /** The methods of an operation, its request and its response. */
    private List<JavaChange> claim(ClientModel client, Operation operation) {
        List<JavaChange> changes = new ArrayList<>();
        Names names = client.names();
        for (ClassName type : clients(client)) {
            changes.addAll(comparison.claims().members(type, names.method(operation), names.paginator(operation)));
        }
        changes.addAll(comparison.claims().type(names.type(operation.input())));
        changes.addAll(comparison.claims().type(names.type(operation.output())));
        return changes;
    }

    /** The methods of the operations that have a structure as input or output, which a stream changes. */
    List<List<JavaChange>> streams(ShapeId message) {
        return after.model().operations().stream()
                .filter(each -> each.output().equals(message) || each.input().equals(message))
                .flatMap(each -> clients(after).stream()
                        .map(type ->
                                comparison.claims().members(type, after.names().method(each))))
                .toList();
    }

    static List<ClassName> clients(ClientModel client) {
        return List.of(
                client.names().client(),
                client.names().asyncClient(),
                client.names().presigner());
    }

    private Finding report(ChangeCode code, Operation old, Operation now, String message) {
        return comparison
                .report(code, now.name(), message)
                .at(old.pointer(), now.pointer())
                .reachedFrom(List.of(now.name()), null)
                .touches(touched(old));
    }

    /** The methods that call an operation. */
    private List<TouchedElement> touched(Operation operation) {
        Names names = before.names();
        return clients(before).stream()
                .flatMap(type -> Stream.of(names.method(operation), names.paginator(operation))
                        .map(method -> TouchedElement.of(type, method)))
                .toList();
    }

    private void compare(Operation old, Operation now) {
        compareRequests(old, now);
        compareErrors(old, now);
        new PageChanges(comparison).compare(old, now);
        if (!old.auth().equals(now.auth())) {
            Finding finding = report(
                            ChangeCode.AUTH_CHANGED,
                            old,
                            now,
                            "the authentication of " + now.name() + " changes from "
                                    + old.auth().schemes() + " to " + now.auth().schemes())
                    .elements(comparison
                            .claims()
                            .members(before.names().presigner(), before.names().method(old)));
            finding.oldClient(authentication("the new service", old.auth(), now.auth()))
                    .newClient(authentication("the old service", now.auth(), old.auth()))
                    .witness(
                            old.auth().schemes().toString(),
                            now.auth().schemes().toString());
        }
        if (!Objects.equals(old.checksum(), now.checksum())) {
            report(ChangeCode.CHECKSUM_CHANGED, old, now, "the checksums of " + now.name() + " change")
                    .oldClient(checksum("the new service", old, now))
                    .newClient(checksum("the old service", now, old))
                    .witness("a request without a checksum", "use the new client");
        }
        if (old.gzip() != now.gzip()) {
            report(
                            ChangeCode.COMPRESSION_CHANGED,
                            old,
                            now,
                            now.gzip()
                                    ? "the client compresses requests of " + now.name()
                                    : "the client no longer compresses requests of " + now.name())
                    .wire(new WireVerdict(
                            now.gzip()
                                    ? Judgement.COMPATIBLE
                                    : Judgement.risky("the new service may refuse compressed requests"),
                            now.gzip()
                                    ? Judgement.risky("the old service may refuse compressed requests")
                                    : Judgement.COMPATIBLE))
                    .witness("Content-Encoding: gzip", "send requests without compression");
        }
        if (old.readOnly() != now.readOnly() || old.idempotent() != now.idempotent()) {
            report(
                    ChangeCode.REPETITION_CHANGED,
                    old,
                    now,
                    "the model says something else about repeating " + now.name());
        }
        comparison.describe(
                new Described(old.pointer(), old.documentation() + old.examples(), old.deprecated(), false),
                new Described(now.pointer(), now.documentation() + now.examples(), now.deprecated(), false),
                now.name(),
                old.input(),
                now.input(),
                touched(old));
    }

    private static Judgement authentication(String service, Auth client, Auth accepted) {
        if (accepted.schemes().containsAll(client.schemes())) {
            return Judgement.COMPATIBLE;
        }
        return Collections.disjoint(accepted.schemes(), client.schemes())
                        && !accepted.schemes().contains(Auth.NONE)
                ? Judgement.breaking(service + " refuses the authentication of the client")
                : Judgement.risky(service + " may refuse the authentication of the client");
    }

    /** Clients send a checksum if it is required, or if the caller chooses an algorithm. */
    private static Judgement checksum(String service, Operation client, Operation received) {
        Operation.Checksum sent = client.checksum();
        Operation.Checksum wanted = received.checksum();
        if (wanted == null || !wanted.requestRequired() || (sent != null && sent.requestRequired())) {
            return Judgement.COMPATIBLE;
        }
        return sent == null || sent.requestAlgorithmMember() == null
                ? Judgement.breaking(service + " requires a checksum, which the client does not send")
                : Judgement.risky(service + " requires a checksum, which the client sends on request only");
    }

    private void compareRequests(Operation old, Operation now) {
        if (!comparison.hasSameProtocol()) {
            return;
        }
        WireOperation was = before.wire().operation(old);
        WireOperation is = after.wire().operation(now);
        String line = RequestLine.of(was);
        String other = RequestLine.of(is);
        if (!RequestLine.isSame(was, is)) {
            report(
                            ChangeCode.REQUEST_CHANGED,
                            old,
                            now,
                            "requests of " + now.name() + " change from " + line + " to " + other)
                    .wire(WireVerdict.breaking("the service does not know such requests"))
                    .witness(line, other);
        }
        String body = RequestLine.body(was.requestBody());
        String otherBody = RequestLine.body(is.requestBody());
        boolean appears = was.requestBody() instanceof WireBody.None || is.requestBody() instanceof WireBody.None;
        if (!body.equals(otherBody) && !appears) {
            report(
                            ChangeCode.BODY_CHANGED,
                            old,
                            now,
                            "the body of requests of " + now.name() + " changes from " + body + " to " + otherBody)
                    .wire(WireVerdict.breaking("the service expects another body"))
                    .witness(body, otherBody);
        }
    }

    private void compareErrors(Operation old, Operation now) {
        List<String> was = errors(before, old);
        List<String> is = errors(after, now);
        for (String name : is) {
            if (!was.contains(name)) {
                report(ChangeCode.ERROR_ADDED, old, now, now.name() + " gains the error " + name)
                        .oldClient(
                                knows(before, codes(after, now, name))
                                        ? Judgement.COMPATIBLE
                                        : Judgement.risky("the old client throws the exception of the service instead"))
                        .witness(
                                "catch (" + before.names().baseException().simpleName() + " e)",
                                "catch (" + name + " e)");
            }
        }
        for (String name : was) {
            if (!is.contains(name)) {
                Finding finding = report(ChangeCode.ERROR_REMOVED, old, now, now.name() + " loses the error " + name)
                        .touches(before.names().baseException().peerClass(name))
                        .witness(
                                "catch (" + name + " e)",
                                "catch (" + after.names().baseException().simpleName() + " e)");
                if (!knows(after, codes(before, old, name))) {
                    finding.newClient(Judgement.risky("the new client throws the exception of the service instead"));
                }
            }
        }
    }

    /** The codes that a response can have for an error of an operation. */
    private static List<String> codes(ClientModel client, Operation operation, String name) {
        return operation.errors().stream()
                .filter(each -> type(client, each).equals(name))
                .flatMap(each -> client.wire().errorCodes(each).stream())
                .toList();
    }

    /** Whether a client has an exception for some of these codes, of whatever operation. */
    private static boolean knows(ClientModel client, List<String> codes) {
        return client.model().errors().stream()
                .anyMatch(each -> !Collections.disjoint(client.wire().errorCodes(each.id()), codes));
    }

    private static List<String> errors(ClientModel client, Operation operation) {
        return operation.errors().stream().map(each -> type(client, each)).toList();
    }

    private static String type(ClientModel client, ShapeId id) {
        return client.names().type(id).simpleName();
    }
}
