package dev.whittle.maven.generation;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.Extra;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Two checksums of everything that decides what is generated, which differ in how they are made. The JVM has native code
 * for both, where a cryptographic digest takes longer than all else of a build in which nothing changed; against those who
 * forge a model it would not help, since they can change what is remembered as well. Where the models lie is not part of
 * it: neither moving a project nor packaging the module that a model comes from changes a client.
 */
public final class Fingerprint {
    private final CRC32 crc = new CRC32();
    private final Adler32 adler = new Adler32();

    private Fingerprint() {}

    /**
     * The fingerprint of a request.
     *
     * @param generator which generator will see to it, and how
     */
    static String of(GenerationRequest request, String generator) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(generator);
        fingerprint.add(request.moduleName());
        fingerprint.add(names(request.extras()));
        fingerprint.add(request.requestIdHeaders());
        for (ServiceRequest service : request.services()) {
            fingerprint.add(service);
        }
        return fingerprint.text();
    }

    /** The fingerprint of all that determines one client, whichever generator makes it. */
    public static String of(ServiceRequest service, Set<Extra> extras) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(names(extras));
        fingerprint.add(service);
        return fingerprint.text();
    }

    private String text() {
        return Long.toHexString(crc.getValue() << 32 | adler.getValue());
    }

    private void add(ServiceRequest service) {
        add(service.packageName());
        add(service.defaultEndpoint());
        add(service.operations().include());
        add(service.operations().exclude());
        ModelSource model = service.model();
        add(Optional.of(model.model()));
        add(Optional.ofNullable(model.paginators()));
        add(Optional.ofNullable(model.waiters()));
        add(Optional.ofNullable(model.endpointRuleSet()));
        add(service.protocol());
        add(service.service());
        for (ModelFile more : model.files().subList(1, model.files().size())) {
            add(Optional.of(more.bytes()));
        }
    }

    /** In their own order, whatever that of the set is; in a loop, since there is nothing to bind before it runs. */
    private static List<String> names(Set<Extra> extras) {
        List<String> names = new ArrayList<>();
        for (Extra extra : Extra.values()) {
            if (extras.contains(extra)) {
                names.add(extra.name());
            }
        }
        return names;
    }

    private void add(List<String> texts) {
        addLength(texts.size());
        for (String text : texts) {
            add(text);
        }
    }

    private void add(@Nullable String text) {
        add(text == null ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each value goes in with its length, so that what one holds is never taken for the next. */
    private void add(Optional<byte[]> bytes) {
        if (bytes.isPresent()) {
            addLength(bytes.get().length);
            crc.update(bytes.get());
            adler.update(bytes.get());
        } else {
            addLength(-1);
        }
    }

    private void addLength(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            crc.update(length >> shift);
            adler.update(length >> shift);
        }
    }
}
