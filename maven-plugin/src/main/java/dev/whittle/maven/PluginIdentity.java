package dev.whittle.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Tells one build of the plugin from another. */
final class PluginIdentity {
    private final StringBuilder text = new StringBuilder();

    private PluginIdentity() {}

    /** The version; for a snapshot, which changes under one version, also the size and age of what it consists of. */
    static String of(MojoExecution execution) throws IOException {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        PluginIdentity identity = new PluginIdentity();
        identity.text.append(plugin.getVersion());
        for (Artifact artifact : plugin.getArtifacts()) {
            File file = artifact.getFile();
            if (artifact.isSnapshot() && file != null) {
                identity.add(file.toPath());
            }
        }
        return identity.text.toString();
    }

    private void add(Path jarOrFolder) throws IOException {
        Files.walkFileTree(jarOrFolder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                text.append(' ').append(file.getFileName());
                text.append(' ').append(attributes.size());
                text.append(' ').append(attributes.lastModifiedTime().toMillis());
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
