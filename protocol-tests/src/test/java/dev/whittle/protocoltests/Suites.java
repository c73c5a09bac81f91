package dev.whittle.protocoltests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import software.amazon.smithy.model.Model;

/** The official suites as Smithy's own library reads them. */
final class Suites {
    /** All suites; problems of the models are theirs. */
    static final Model MODEL = Model.assembler()
            .discoverModels(Suites.class.getClassLoader())
            .assemble()
            .getResult()
            .orElseThrow();

    private Suites() {}

    /** The jar of an artifact on the class path. */
    static Path jar(String artifact) {
        try {
            for (URL manifest :
                    Collections.list(Suites.class.getClassLoader().getResources("META-INF/smithy/manifest"))) {
                String place = manifest.toString();
                if (place.contains("/" + artifact + "-") || place.contains("/" + artifact + "/")) {
                    return Path.of(URI.create(place.substring("jar:".length(), place.indexOf("!/"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(artifact + " is not on the class path");
    }
}
