/** What the page {@code docs/agentcore-browser.md} shows, as code that runs. */
package dev.whittle.bedrockagentcore.guide;
