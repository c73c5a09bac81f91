/** A demonstration of the client, against a service on this machine or the real one. */
@NullMarked
package dev.whittle.bedrockagentcore.demo;

import org.jspecify.annotations.NullMarked;
