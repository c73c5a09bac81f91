package dev.whittle.protocoltests;

import dev.whittle.protocoltests.Case.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestsTrait;

/** Finds the cases of a suite that apply to clients. */
final class Cases {
    private final Suite suite;
    private final GeneratedClient client;
    private final List<Case> found = new ArrayList<>();

    private Cases(Suite suite, GeneratedClient client) {
        this.suite = suite;
        this.client = client;
    }

    static List<Case> of(Suite suite, GeneratedClient client) {
        Cases cases = new Cases(suite, client);
        ServiceShape service = Suites.MODEL.expectShape(ShapeId.from(suite.service()), ServiceShape.class);
        Set<ShapeId> errors = new TreeSet<>();
        for (OperationShape operation : TopDownIndex.of(Suites.MODEL).getContainedOperations(service)) {
            cases.requests(operation);
            cases.responses(operation);
            cases.events(operation);
            for (ShapeId error : operation.getErrors(service)) {
                // The same for each operation that has it.
                if (errors.add(error)) {
                    cases.errors(operation, error);
                }
            }
        }
        return cases.found;
    }

    private void requests(OperationShape operation) {
        operation
                .getTrait(HttpRequestTestsTrait.class)
                .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT)
                        .forEach(each -> add(
                                Kind.REQUEST, each, operation, new RequestCase(client, operation, each)::differences)));
    }

    private void responses(OperationShape operation) {
        operation
                .getTrait(HttpResponseTestsTrait.class)
                .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT)
                        .forEach(each -> add(
                                Kind.RESPONSE, each, operation, new ResponseCase(client, operation, each)::output)));
    }

    private void errors(OperationShape operation, ShapeId error) {
        Suites.MODEL
                .expectShape(error)
                .getTrait(HttpResponseTestsTrait.class)
                .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT)
                        .forEach(each -> add(
                                Kind.ERROR,
                                each,
                                operation,
                                () -> new ResponseCase(client, operation, each).error(error))));
    }

    private void events(OperationShape operation) {
        operation
                .getTrait(EventStreamTestsTrait.class)
                .ifPresent(trait -> trait.getTestCasesFor(AppliesTo.CLIENT).forEach(each -> {
                    if (each.getProtocol().toString().equals(suite.protocol())) {
                        found.add(new Case(
                                suite,
                                Kind.EVENTS,
                                each.getId(),
                                operation,
                                new EventCase(client, operation, each)::differences));
                    }
                }));
    }

    private void add(Kind kind, HttpMessageTestCase test, OperationShape operation, Case.Run run) {
        if (test.getProtocol().toString().equals(suite.protocol())) {
            found.add(new Case(suite, kind, test.getId(), operation, run));
        }
    }
}
