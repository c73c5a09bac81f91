/** The places where credentials come from that need files, processes or servers. Not exported. */
@NullMarked
package dev.whittle.runtime.auth.chain;

import org.jspecify.annotations.NullMarked;
