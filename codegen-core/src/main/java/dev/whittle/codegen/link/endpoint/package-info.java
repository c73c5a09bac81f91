/** Links the rules for endpoints: finds what names lead to, checks types, and takes out what decides nothing. */
@NullMarked
package dev.whittle.codegen.link.endpoint;

import org.jspecify.annotations.NullMarked;
