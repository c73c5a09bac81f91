package dev.whittle.codegen.lock;

import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.json.PlainObject;
import dev.whittle.codegen.model.Extra;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a lock file says: the API that a build uses.
 *
 * @param version the version of the project when the file was written, {@code null} without one
 * @param extras what is generated besides the clients
 * @param services the services
 */
public record ApiLock(@Nullable String version, Set<Extra> extras, List<LockedService> services) {
    /** The usual name of the file. */
    public static final String FILE_NAME = "whittle.lock.json";

    private static final int FORMAT = 1;
    private static final Set<String> FIELDS = Set.of("lockVersion", "version", "extras", "services");

    public ApiLock {
        extras = Set.copyOf(extras);
        services = List.copyOf(services);
    }

    /**
     * Reads a lock file.
     *
     * @param name the file as the user knows it
     * @throws ModelUnreadableException if it is not a lock file, or one of a later format
     */
    public static ApiLock read(String name, byte[] bytes) {
        PlainObject lock = PlainObject.read(name, bytes);
        if (lock.number("lockVersion") != FORMAT) {
            throw lock.wrong("lockVersion", "is not " + FORMAT + ": the file is of another version of Whittle");
        }
        lock.allowOnly(FIELDS);
        Set<Extra> extras = new TreeSet<>();
        for (String extra : lock.texts("extras")) {
            extras.add(extra(lock, extra));
        }
        List<LockedService> services = lock.objects("services").stream()
                .map(service -> LockedService.of(service, name))
                .toList();
        return new ApiLock(lock.optionalText("version"), extras, services);
    }

    /** The text of the file. */
    public String print() {
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("lockVersion", FORMAT);
        if (version != null) {
            lock.put("version", version);
        }
        lock.put("extras", new TreeSet<>(extras).stream().map(ApiLock::name).toList());
        lock.put("services", services.stream().map(LockedService::toMap).toList());
        return PlainJson.print(lock);
    }

    private static Extra extra(PlainObject lock, String name) {
        for (Extra extra : Extra.values()) {
            if (name(extra).equals(name)) {
                return extra;
            }
        }
        throw lock.wrong("extras", "has an element that is not known");
    }

    private static String name(Extra extra) {
        return extra.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
