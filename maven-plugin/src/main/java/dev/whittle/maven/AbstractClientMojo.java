package dev.whittle.maven;

import dev.whittle.codegen.model.Extra;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** The parameters of the goals for which it matters what clients consist of. */
abstract class AbstractClientMojo extends AbstractModelMojo {
    /**
     * Whether there is an asynchronous client too, {@code <Service>AsyncClient}, whose methods return a
     * {@code CompletableFuture}.
     */
    @Parameter(property = "whittle.asyncClient", defaultValue = "false")
    private boolean asyncClient;

    /**
     * Whether clients have a presigner, {@code <Service>Presigner}, which signs requests for others to send. There is none
     * for a service that does not take AWS Signature Version 4.
     */
    @Parameter(property = "whittle.presigner", defaultValue = "false")
    private boolean presigner;

    AbstractClientMojo(RepositorySystem repositories) {
        super(repositories);
    }

    final Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (asyncClient) {
            extras.add(Extra.ASYNC_CLIENT);
        }
        if (presigner) {
            extras.add(Extra.PRESIGNER);
        }
        return extras;
    }
}
