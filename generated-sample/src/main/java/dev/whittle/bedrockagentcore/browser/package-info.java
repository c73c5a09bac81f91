/**
 * Browser sessions from start to end: {@link dev.whittle.bedrockagentcore.browser.Browser} starts and joins them, {@link
 * dev.whittle.bedrockagentcore.browser.BrowserSession} is the scope of one, with its streams, its {@link
 * dev.whittle.bedrockagentcore.browser.Screen} and its {@link dev.whittle.bedrockagentcore.browser.DevTools}.
 */
@NullMarked
package dev.whittle.bedrockagentcore.browser;

import org.jspecify.annotations.NullMarked;
