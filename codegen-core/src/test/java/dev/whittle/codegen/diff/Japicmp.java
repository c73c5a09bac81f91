package dev.whittle.codegen.diff;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.runtime.WhittleGenerated;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiField;
import japicmp.model.JApiImplementedInterface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The opinion of japicmp about two clients: which elements are incompatible, named as {@link JavaChange#element} does. */
final class Japicmp {
    private final SortedSet<String> source = new TreeSet<>();
    private final SortedSet<String> binary = new TreeSet<>();

    private Japicmp() {}

    static Japicmp compare(Map<String, byte[]> before, Map<String, byte[]> after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.getClassPathEntries()
                .add(Path.of(URI.create(WhittleGenerated.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString());
        List<JApiClass> classes = new JarArchiveComparator(options).compare(archive(before, "1"), archive(after, "2"));
        Japicmp opinion = new Japicmp();
        classes.forEach(opinion::add);
        return opinion;
    }

    /** Elements whose users may no longer compile. */
    SortedSet<String> source() {
        return source;
    }

    /** Elements whose compiled users may no longer link. */
    SortedSet<String> binary() {
        return binary;
    }

    private static JApiCmpArchive archive(Map<String, byte[]> classes, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(classes).entrySet()) {
                if (!each.getKey().startsWith(Generation.PACKAGE + ".internal.")) {
                    jar.putNextEntry(new JarEntry(each.getKey().replace('.', '/') + ".class"));
                    jar.write(each.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JApiCmpArchive(bytes.toByteArray(), "client-" + version + ".jar", version);
    }

    private void add(JApiClass type) {
        String name = name(type.getFullyQualifiedName());
        note(name, type.getCompatibilityChanges());
        if (type.getChangeStatus() == JApiChangeStatus.REMOVED || type.getChangeStatus() == JApiChangeStatus.NEW) {
            return;
        }
        note(name, type.getSuperclass().getCompatibilityChanges());
        for (JApiImplementedInterface each : type.getInterfaces()) {
            note(name, each.getCompatibilityChanges());
        }
        for (JApiField field : type.getFields()) {
            note(name + "." + field.getName(), field.getCompatibilityChanges());
        }
        type.getMethods()
                .forEach(method -> note(key(name, method.getName(), method), method.getCompatibilityChanges()));
        type.getConstructors()
                .forEach(constructor -> note(key(name, "<init>", constructor), constructor.getCompatibilityChanges()));
    }

    private static String key(String type, String name, JApiBehavior method) {
        return type + "." + name
                + method.getParameters().stream()
                        .map(parameter -> name(parameter.getType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(@Nullable String binaryName) {
        return binaryName == null ? "" : binaryName.replace('$', '.');
    }

    private void note(String element, List<JApiCompatibilityChange> changes) {
        for (JApiCompatibilityChange change : changes) {
            if (!change.isSourceCompatible()) {
                source.add(element);
            }
            if (!change.isBinaryCompatible()) {
                binary.add(element);
            }
        }
    }
}
