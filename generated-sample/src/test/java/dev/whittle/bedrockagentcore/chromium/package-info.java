/**
 * The service with a real browser behind it, on this machine: Chromium, the signed relay to it, and the tests that use
 * them.
 */
@NullMarked
package dev.whittle.bedrockagentcore.chromium;

import org.jspecify.annotations.NullMarked;
