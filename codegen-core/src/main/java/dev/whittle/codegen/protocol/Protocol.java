package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.ServiceModel;

/** The rules of one wire protocol. */
public sealed interface Protocol permits RestJson {
    /** Binds every structure and operation of a service to the wire. */
    WireModel bind(ServiceModel model);

    /**
     * The protocol of that name in a model.
     *
     * @throws IllegalArgumentException if there is none: linking has reported models of other protocols
     */
    static Protocol named(String name) {
        if (name.equals("rest-json")) {
            return new RestJson();
        }
        throw new IllegalArgumentException("no protocol " + name);
    }
}
