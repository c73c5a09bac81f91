/** The HTTP bindings that several protocols share: where each member of a message is. */
@NullMarked
package dev.whittle.codegen.protocol.http;

import org.jspecify.annotations.NullMarked;
