package dev.whittle.codegen.lock;

import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.json.PlainObject;
import dev.whittle.codegen.model.Extra;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    private static final int FORMAT = 2;
    private static final String CHECKSUM = "checksum";
    private static final Set<String> FIELDS = Set.of("lockVersion", CHECKSUM, "version", "extras", "services");
    private static final String WRITE_ANEW =
            "write it anew with mvn whittle:generate -Dwhittle.writeLock from the models of"
                    + " that time, or compare with another baseline";

    public ApiLock {
        extras = Set.copyOf(extras);
        services = List.copyOf(services);
    }

    /**
     * Reads a lock file.
     *
     * @param name the file as the user knows it
     * @throws ModelUnreadableException if it is not a lock file, is one of another format, is not whole, or was changed since
     *     {@link #print} made its text
     */
    public static ApiLock read(String name, byte[] bytes) {
        try {
            return of(PlainObject.read(name, bytes), name);
        } catch (ModelUnreadableException e) {
            throw e.orHint(WRITE_ANEW);
        }
    }

    private static ApiLock of(PlainObject lock, String name) {
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
        if (services.isEmpty()) {
            throw lock.wrong("services", "is empty");
        }
        if (!checksum(lock.bytesWithout(CHECKSUM)).equals(lock.text(CHECKSUM))) {
            throw lock.wrong(
                    CHECKSUM, "does not fit: the file was changed since Whittle wrote it, by a merge or by hand");
        }
        return new ApiLock(lock.optionalText("version"), extras, services);
    }

    /** The text of the file. */
    public String print() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("lockVersion", FORMAT);
        if (version != null) {
            content.put("version", version);
        }
        content.put("extras", new TreeSet<>(extras).stream().map(ApiLock::name).toList());
        content.put("services", services.stream().map(LockedService::toMap).toList());
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("lockVersion", FORMAT);
        lock.put(CHECKSUM, checksum(PlainJson.bytes(content)));
        lock.putAll(content);
        return PlainJson.print(lock);
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
