@NullMarked
package dev.whittle.codegen.lock;

import org.jspecify.annotations.NullMarked;
