/** Wire protocols, one file each: functions from the model to the data in {@code wire}. */
@NullMarked
package dev.whittle.codegen.protocol;

import org.jspecify.annotations.NullMarked;
