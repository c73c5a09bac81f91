package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.client.ClientBuilder;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the published client asks of those who use it. It is compiled as a module, so no class in it can use anything
 * beyond what the module requires.
 */
class ArtifactTest {
    private static final String MODULE = "dev.whittle.bedrockagentcore";

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static ModuleFinder modules() throws URISyntaxException {
        return ModuleFinder.of(location(BedrockAgentCoreClient.class), location(ClientBuilder.class));
    }

    @Test
    void isAModuleThatHidesItsInternals() throws URISyntaxException {
        ModuleDescriptor descriptor = modules().find(MODULE).orElseThrow().descriptor();

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.exports().stream().filter(e -> !e.isQualified()).map(Exports::source))
                .containsExactlyInAnyOrder(MODULE, MODULE + ".browser", MODULE + ".model");
        assertThat(descriptor.exports()).noneMatch(Exports::isQualified);
        assertThat(descriptor.opens()).isEmpty();
    }

    @Test
    void requiresNothingButTheRuntime() throws URISyntaxException {
        ModuleDescriptor descriptor = modules().find(MODULE).orElseThrow().descriptor();

        assertThat(descriptor.requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name))
                .containsExactlyInAnyOrder("java.base", "dev.whittle.runtime");
        assertThat(descriptor.requires().stream()
                        .filter(required -> required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name))
                .containsExactlyInAnyOrder("org.jspecify", "java.net.http");
    }

    @Test
    void resolvesWithTheRuntimeAlone() throws URISyntaxException {
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(modules(), ModuleFinder.of(), Set.of(MODULE));

        assertThat(configuration.modules().stream().map(module -> module.name()))
                .containsExactlyInAnyOrder(MODULE, "dev.whittle.runtime");
    }
}
