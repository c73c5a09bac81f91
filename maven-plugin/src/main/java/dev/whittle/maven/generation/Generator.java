package dev.whittle.maven.generation;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;

/** Turns models into sources. */
@FunctionalInterface
public interface Generator {
    /** Generates, or says in the result why not; touches no disk. */
    GeneratedSources generate(GenerationRequest request);

    /** The generator itself. A class of its own, so that a build with nothing to generate loads none of it. */
    final class Core implements Generator {
        @Override
        public GeneratedSources generate(GenerationRequest request) {
            return ClientGenerator.generate(request);
        }
    }

    /** All of the generator but its output: finds every problem, and makes no sources. */
    final class Check implements Generator {
        @Override
        public GeneratedSources generate(GenerationRequest request) {
            return ClientGenerator.check(request);
        }
    }
}
