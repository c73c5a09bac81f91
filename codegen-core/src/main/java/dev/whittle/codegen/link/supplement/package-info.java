/** Adds to the models of some services what their publisher leaves out; the services are data in a resource. */
@NullMarked
package dev.whittle.codegen.link.supplement;

import org.jspecify.annotations.NullMarked;
