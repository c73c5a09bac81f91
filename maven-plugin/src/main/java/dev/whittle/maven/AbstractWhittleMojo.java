package dev.whittle.maven;

import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What all goals share: how what went wrong is told to Maven, never with a stack trace for a fault of the user's. */
abstract class AbstractWhittleMojo extends AbstractMojo {
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            carryOut();
        } catch (MisconfigurationException e) {
            throw new MojoExecutionException(e.getMessage());
        } catch (GenerationFailedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("reading or writing failed: " + e, e);
        }
    }

    /** Does what the goal is for. */
    abstract void carryOut() throws GenerationFailedException, IOException;
}
