package dev.whittle.maven.usage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Reads class files in three steps: the supertypes of all, the classes that name a client's or a subtype of one, and the code
 * of these.
 */
final class UseCollector {
    private static final int CONSTANT_CLASS = 7;

    private final ClientTypes types;
    private final Set<String> selected = new HashSet<>();

    UseCollector(ClientTypes types) {
        this.types = types;
    }

    /** Learns the supertypes of all classes, and returns the users' class files that can name a client's class. */
    List<byte[]> readHeaders(ClassFiles files) {
        List<byte[]> users = new ArrayList<>();
        files.forEach(bytes -> {
            ClassReader reader = new ClassReader(bytes);
            String name = reader.getClassName();
            List<String> direct = new ArrayList<>(List.of(reader.getInterfaces()));
            if (reader.getSuperName() != null) {
                direct.add(reader.getSuperName());
            }
            if (types.add(name, direct) && !types.isOfClient(name) && types.mayMention(bytes)) {
                selected.add(name);
                users.add(bytes);
            }
        });
        return users;
    }

    /** The other class files that name a user's subtype of a client's class. */
    List<byte[]> usersOfSubtypes(ClassFiles files) {
        Set<String> subtypes = types.subtypesOfUsers();
        List<byte[]> users = new ArrayList<>();
        if (!subtypes.isEmpty()) {
            files.forEach(bytes -> {
                ClassReader reader = new ClassReader(bytes);
                String name = reader.getClassName();
                if (!types.isOfClient(name) && !selected.contains(name) && names(reader, subtypes)) {
                    selected.add(name);
                    users.add(bytes);
                }
            });
        }
        return users;
    }

    private static boolean names(ClassReader reader, Set<String> wanted) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0
                    && reader.readByte(offset - 1) == CONSTANT_CLASS
                    && wanted.contains(reader.readUTF8(offset, buffer))) {
                return true;
            }
        }
        return false;
    }

    /** What the code of these class files uses. */
    Uses collect(ClassFiles files, List<byte[]> users) {
        Uses uses = new Uses(types);
        for (byte[] bytes : users) {
            ClassReader reader = new ClassReader(bytes);
            files.read(
                    reader.getClassName(), bytes, each -> reader.accept(new ClassScan(uses), ClassReader.SKIP_FRAMES));
        }
        return uses;
    }
}
