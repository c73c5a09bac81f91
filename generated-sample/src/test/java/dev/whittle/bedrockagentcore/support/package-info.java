/** What the tests share. */
@NullMarked
package dev.whittle.bedrockagentcore.support;

import org.jspecify.annotations.NullMarked;
