/**
 * Compiles JMESPath expressions against the shapes of a model, as far as they make sense there. The only user of a JMESPath
 * parser.
 *
 * @see <a href="https://jmespath.org/specification.html">JMESPath specification</a>
 */
@NullMarked
package dev.whittle.codegen.jmespath;

import org.jspecify.annotations.NullMarked;
