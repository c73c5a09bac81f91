package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.wire.WireModel;

/**
 * The rules of a wire protocol: a function from the model to data. Emitters read the data and do not know which protocol it
 * comes from.
 */
public interface Protocol {
    /** The id of the protocol's trait, such as {@code aws.protocols#restJson1}. */
    String id();

    /** Reports each violation of the protocol's rules. */
    void check(ServiceModel model, Problems problems);

    /** Binds every structure, operation and error of a service that passed {@link #check}. */
    WireModel bind(ServiceModel model);
}
