package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat.Naming;
import dev.whittle.codegen.protocol.wire.WireModel;

/**
 * AWS awsQuery: every request is a POST to the root with a form, and every response has the output in an element that is
 * called after the operation. HTTP bindings have no meaning.
 */
final class AwsQuery implements Protocol {
    private static final BodyFormat BODY = new BodyFormat(Naming.XML, TimestampFormat.DATE_TIME, true);

    @Override
    public String id() {
        return "aws.protocols#awsQuery";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        Query.check(model, BODY, id(), problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        return Query.bind(id(), model, BODY, AwsQuery::resultWrapper);
    }

    private static String resultWrapper(Operation operation) {
        String own = operation.resultWrapper();
        return own == null ? operation.wireName() + "Result" : own;
    }
}
