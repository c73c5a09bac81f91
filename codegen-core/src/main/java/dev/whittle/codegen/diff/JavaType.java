package dev.whittle.codegen.diff;

import java.util.Map;
import java.util.Set;

/**
 * A public class or interface.
 *
 * @param name its canonical name
 * @param declaration its kind, and the modifiers that matter to users
 * @param supertypes what it extends and implements
 * @param elements its public methods, constructors and fields, by their keys
 */
record JavaType(String name, String declaration, Set<String> supertypes, Map<String, JavaElement> elements) {}
