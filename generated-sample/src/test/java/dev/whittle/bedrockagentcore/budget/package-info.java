/** Holds what a client costs to what it may cost. */
package dev.whittle.bedrockagentcore.budget;
