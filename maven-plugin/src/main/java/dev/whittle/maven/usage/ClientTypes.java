package dev.whittle.maven.usage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which classes are those of clients, and the supertypes of all classes. Names are those in class files. */
final class ClientTypes {
    private static final List<String> BELOW = List.of("", "/model", "/internal");

    private final Set<String> packages = new HashSet<>();
    private final List<byte[]> prefixes = new ArrayList<>();
    private final Map<String, List<String>> supertypes = new HashMap<>();

    ClientTypes(Set<String> clientPackages) {
        for (String each : clientPackages) {
            String name = each.replace('.', '/');
            BELOW.forEach(below -> packages.add(name + below));
            prefixes.add((name + "/").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether it is a class of a client. */
    boolean isOfClient(String name) {
        int slash = name.lastIndexOf('/');
        return slash >= 0 && packages.contains(name.substring(0, slash));
    }

    /** Whether a class file can name a class of a client; much faster than reading it. */
    boolean mayMention(byte[] classFile) {
        for (byte[] prefix : prefixes) {
            if (contains(classFile, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        int last = bytes.length - part.length;
        for (int i = 0; i <= last; i++) {
            int same = 0;
            while (same < part.length && bytes[i + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }

    /** Adds a class; false if there is one of that name. */
    boolean add(String name, List<String> direct) {
        return supertypes.putIfAbsent(name, direct) == null;
    }

    /** The class itself and its supertypes that are classes of clients. */
    Set<String> ofClients(String name) {
        Set<String> found = new LinkedHashSet<>();
        collect(name, found, new HashSet<>());
        return found;
    }

    /** Supertypes may form a cycle in damaged files. */
    private void collect(String name, Set<String> found, Set<String> visited) {
        if (visited.add(name)) {
            if (isOfClient(name)) {
                found.add(name);
            }
            supertypes.getOrDefault(name, List.of()).forEach(each -> collect(each, found, visited));
        }
    }

    /** Classes of users that have a supertype of a client. */
    Set<String> subtypesOfUsers() {
        Set<String> subtypes = new HashSet<>();
        for (String name : supertypes.keySet()) {
            if (!isOfClient(name) && !ofClients(name).isEmpty()) {
                subtypes.add(name);
            }
        }
        return subtypes;
    }
}
