package dev.whittle.maven.usage;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.TouchedElement;
import dev.whittle.codegen.report.CallSite;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The places in compiled code that use the elements of clients.
 *
 * <p>Class files do not show everything. javac copies constants, such as those of the nested class {@code Value} of an enum,
 * so that the code that uses them does not name them. The types of local variables are only seen where a value is used. The
 * declaration of a class or of a field has no line, and that of a method has the line of its first statement.
 */
public final class CallSites {
    private final Uses uses;
    private final List<String> warnings;

    private CallSites(Uses uses, List<String> warnings) {
        this.uses = uses;
        this.warnings = warnings;
    }

    /**
     * Reads class files. Those that cannot be read are left out, see {@link #warnings}.
     *
     * @param classFoldersOrJars where the class files are; paths that do not exist are ignored. The classes of the clients may
     *     be among them: then calls of methods that a class of a client inherits from another one are found too
     * @param clientPackages the packages of the clients. Code in these, and in the packages {@code model} and {@code internal}
     *     below each, is that of the clients and does not count as their user
     */
    public static CallSites of(List<Path> classFoldersOrJars, Set<String> clientPackages) {
        ClassFiles files = new ClassFiles(classFoldersOrJars);
        ClientTypes types = new ClientTypes(clientPackages);
        UseCollector collector = new UseCollector(types);
        List<byte[]> users = collector.readHeaders(files);
        users.addAll(collector.usersOfSubtypes(files));
        return new CallSites(collector.collect(files, users), files.warnings());
    }

    /** The places whose code meets a change, sorted. */
    public List<CallSite> touching(ApiChange change) {
        Set<CallSite> sites = new TreeSet<>();
        Set<String> classes = new HashSet<>();
        for (TouchedElement touched : change.touches()) {
            if (touched.isClass()) {
                classes.add(touched.type());
                sites.addAll(uses.ofClass(touched.type()));
            }
        }
        for (TouchedElement touched : change.touches()) {
            if (!touched.isClass() && !classes.contains(touched.type())) {
                String key = touched.element().substring(touched.type().length() + 1);
                sites.addAll(uses.ofMember(touched.type(), key));
            }
        }
        return List.copyOf(sites);
    }

    /** The files that could not be read, each with the reason. */
    public List<String> warnings() {
        return warnings;
    }
}
