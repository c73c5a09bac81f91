/** What to do with a browser session, written by hand upon the generated client. */
package dev.whittle.bedrockagentcore.example;
