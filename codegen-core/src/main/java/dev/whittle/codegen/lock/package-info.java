/** The lock file: the API that a build uses, to be committed and compared with. */
@NullMarked
package dev.whittle.codegen.lock;

import org.jspecify.annotations.NullMarked;
