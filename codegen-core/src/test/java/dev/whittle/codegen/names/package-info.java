@NullMarked
package dev.whittle.codegen.names;

import org.jspecify.annotations.NullMarked;
