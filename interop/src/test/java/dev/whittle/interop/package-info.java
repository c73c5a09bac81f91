/** Clients of real models of AWS, compared with the AWS SDK's clients and run against servers that others wrote. */
@NullMarked
package dev.whittle.interop;

import org.jspecify.annotations.NullMarked;
