/** What generated model classes are made with: required members, copies, blobs, printing. */
@NullMarked
package dev.whittle.runtime.shape;

import org.jspecify.annotations.NullMarked;
