package dev.whittle.codegen.json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as bytes: a file and its siblings, or several files that are one model together. */
public final class ModelSource {
    /** The name of a model file in its folder. */
    public static final String MODEL = "service-2.json";

    /** The name of the sibling that says which operations come in pages. */
    public static final String PAGINATORS = "paginators-1.json";

    /** The name of the sibling that says what can be waited for. */
    public static final String WAITERS = "waiters-2.json";

    /** The name of the sibling that says where the service is reached. */
    public static final String ENDPOINT_RULE_SET = "endpoint-rule-set-1.json";

    private final String displayName;
    private final byte[] model;
    private final byte @Nullable [] paginators;
    private final byte @Nullable [] waiters;
    private final byte @Nullable [] endpointRuleSet;
    private final List<ModelFile> files;

    /**
     * A model that has been read.
     *
     * @param displayName the model file as the user knows it
     * @param model the model itself
     * @param paginators the sibling that says which operations come in pages, {@code null} where there is none
     * @param waiters the sibling that says what can be waited for, {@code null} where there is none
     * @param endpointRuleSet the sibling that says where the service is reached, {@code null} where there is none
     */
    public ModelSource(
            String displayName,
            byte[] model,
            byte @Nullable [] paginators,
            byte @Nullable [] waiters,
            byte @Nullable [] endpointRuleSet) {
        this.displayName = displayName;
        this.model = model;
        this.paginators = paginators;
        this.waiters = waiters;
        this.endpointRuleSet = endpointRuleSet;
        this.files = List.of(new ModelFile(displayName, model));
    }

    private ModelSource(String displayName, List<ModelFile> files) {
        this.displayName = displayName;
        this.model = files.get(0).bytes();
        this.paginators = null;
        this.waiters = null;
        this.endpointRuleSet = null;
        this.files = List.copyOf(files);
    }

    /**
     * A model of several files that have been read.
     *
     * @param displayName the folder or archive as the user knows it
     * @param files the files, at least one
     */
    public static ModelSource ofFiles(String displayName, List<ModelFile> files) {
        return new ModelSource(displayName, files);
    }

    /**
     * The model of a folder: its {@value #MODEL}, and those siblings that are there; else its files of Smithy, which are one
     * model together.
     *
     * @throws ModelUnreadableException if there is no such folder, no model in it, or a file cannot be read
     */
    public static ModelSource ofDirectory(Path folder) {
        return ModelFiles.ofDirectory(folder);
    }

    /**
     * The model in one file; the siblings beside it count when it is named {@value #MODEL}.
     *
     * @throws ModelUnreadableException if there is no such file, or a file cannot be read
     */
    public static ModelSource ofFile(Path file) {
        return ModelFiles.ofFile(file);
    }

    /**
     * A model inside an archive, a jar or zip.
     *
     * @param entry a folder of the archive that holds a {@value #MODEL} or a manifest of Smithy, or the model file itself
     * @throws ModelUnreadableException if there is no such archive or entry, or it cannot be read
     */
    public static ModelSource ofArchive(Path archive, String entry) {
        return ModelArchive.read(archive, entry);
    }

    /** The same model with another name for the user. */
    public ModelSource named(String name) {
        if (isOneFile()) {
            return new ModelSource(name, model, paginators, waiters, endpointRuleSet);
        }
        List<ModelFile> renamed = new ArrayList<>();
        for (ModelFile file : files) {
            boolean isInside = file.name().startsWith(displayName);
            renamed.add(isInside ? file.named(name + file.name().substring(displayName.length())) : file);
        }
        return new ModelSource(name, renamed);
    }

    /** The same model with files that belong to it too, such as shapes that it shares with others. */
    public ModelSource with(List<ModelFile> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<ModelFile> all = new ArrayList<>(files);
        all.addAll(more);
        return new ModelSource(displayName, all);
    }

    /**
     * The models that an archive holds, in whatever folders: files named {@value #MODEL}, and those whose names end in
     * {@code -model.json}.
     *
     * @throws ModelUnreadableException if there is no such archive, or it cannot be read
     */
    public static List<String> entries(Path archive) {
        return ModelArchive.entries(archive);
    }

    /** Whether a folder has a model: its {@value #MODEL}, or files of Smithy. */
    public static boolean isIn(Path folder) {
        return ModelFiles.isModel(folder);
    }

    /**
     * The models of Smithy that the manifest of an archive, or of a folder of classes, lists: {@code
     * META-INF/smithy/manifest}. They are a model of their own, or shapes for another one.
     *
     * @return the files in the order of the manifest; none without a manifest
     * @throws ModelUnreadableException if there is no such archive, or a file cannot be read
     */
    public static List<ModelFile> smithyFiles(Path archive) {
        return Files.isDirectory(archive) ? SmithyFiles.inClasses(archive) : ModelArchive.smithy(archive);
    }

    /** The model file, or the folder of several, as the user knows it: a path, or an archive and the entry inside it. */
    public String displayName() {
        return displayName;
    }

    /** The files that are the model together; a sibling is none of them. The first one is {@link #model()}. */
    public List<ModelFile> files() {
        return files;
    }

    private boolean isOneFile() {
        return files.size() == 1 && files.get(0).name().equals(displayName);
    }

    /** A sibling as the user knows it: the path of the model file with another file name. */
    public String siblingName(String fileName) {
        int cut = Math.max(displayName.lastIndexOf('/'), displayName.lastIndexOf('\\'));
        return displayName.substring(0, cut + 1) + fileName;
    }

    /** The bytes of the model itself; not to be changed. */
    public byte[] model() {
        return model;
    }

    /** The bytes of the sibling that says which operations come in pages, {@code null} where there is none. */
    public byte @Nullable [] paginators() {
        return paginators;
    }

    /** The bytes of the sibling that says what can be waited for, {@code null} where there is none. */
    public byte @Nullable [] waiters() {
        return waiters;
    }

    /** The bytes of the sibling that says where the service is reached, {@code null} where there is none. */
    public byte @Nullable [] endpointRuleSet() {
        return endpointRuleSet;
    }

    /** The bytes of the sibling with this file name, {@code null} where there is none. */
    public byte @Nullable [] sibling(String fileName) {
        return switch (fileName) {
            case PAGINATORS -> paginators;
            case WAITERS -> waiters;
            case ENDPOINT_RULE_SET -> endpointRuleSet;
            default -> null;
        };
    }
}
