package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat.Naming;
import dev.whittle.codegen.protocol.wire.WireModel;

/**
 * AWS ec2Query: every request is a POST to the root with a form, whose names begin with capital letters, and every response
 * is the output. HTTP bindings have no meaning.
 */
final class Ec2Query implements Protocol {
    private static final BodyFormat BODY = new BodyFormat(Naming.XML_OR_FLAT_FORM, TimestampFormat.DATE_TIME, true);

    @Override
    public String id() {
        return "aws.protocols#ec2Query";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        Query.check(model, BODY, id(), problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        return Query.bind(id(), model, BODY, operation -> null);
    }
}
