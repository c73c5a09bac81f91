package dev.whittle.codegen.link;

import dev.whittle.codegen.link.endpoint.ContextPathLinker;
import dev.whittle.codegen.link.endpoint.EndpointLinker;
import dev.whittle.codegen.link.rule.Rules;
import dev.whittle.codegen.link.rule.Selection;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.problem.Problems;
import java.util.List;

/** Makes a linked model of a parsed one: the wanted operations and what they reach, every rule checked. */
public final class Linker {
    private Linker() {}

    /**
     * Links a model. Faults in what the wanted operations do not reach are in nobody's way.
     *
     * @param model the model as written
     * @param filter which operations are wanted
     * @param problems takes what is wrong; an error that it already holds fails the linking too
     */
    public static LinkResult link(ParsedModel model, OperationFilter filter, Problems problems) {
        OperationSelector selector = new OperationSelector(model, filter, problems);
        List<ParsedOperation> operations = selector.select();
        Selection selection = new Selection(model, operations, Closure.of(model, operations));
        Rules.check(selection, problems);
        DedicatedShapes dedicated = DedicatedShapes.of(selection, problems);
        EndpointRules endpoints = EndpointLinker.link(model, operations, problems);
        ServiceModel linked = problems.hasErrors() ? null : ModelAssembler.assemble(selection, dedicated, endpoints);
        if (linked != null) {
            linked = linked.withPaginations(PaginationLinker.link(model.paginations(), linked, problems))
                    .withWaiters(WaiterLinker.link(model, linked, problems))
                    .withEndpoints(ContextPathLinker.link(operations, linked, problems));
        }
        return new LinkResult(problems.hasErrors() ? null : linked, selector.leftOut());
    }
}
