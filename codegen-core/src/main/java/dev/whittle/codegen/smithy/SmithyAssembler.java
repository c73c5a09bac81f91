package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelJson;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.ModelText;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.SourceException;
import software.amazon.smithy.model.SourceLocation;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.validation.ValidatedResult;
import software.amazon.smithy.model.validation.ValidationEvent;

/** Makes a model of its files with the parser, the assembler and the validators of Smithy. */
final class SmithyAssembler {
    /** What takes Smithy seconds to read; it means nothing in a model. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{1000}");

    /** Smithy repeats the place in the messages of its parser. */
    private static final Pattern PLACE = Pattern.compile("Syntax error at line \\d+, column \\d+: ");

    /** Logs keys that {@link TraitKeys} reports with their places. */
    private static final Logger NODES = Logger.getLogger(ObjectNode.class.getName());

    static {
        NODES.setLevel(Level.OFF);
    }

    private final SmithyLocator locator;
    private final Problems problems;

    SmithyAssembler(SmithyLocator locator, Problems problems) {
        this.locator = locator;
        this.problems = problems;
    }

    /** The model, {@code null} after reporting what is wrong with it. */
    @Nullable
    Model assemble(ModelSource source) {
        List<String> texts = texts(source.files());
        if (problems.hasErrors()) {
            return null;
        }
        if (MixinLimit.isExceeded(texts)) {
            String message = "mixins make more than " + MixinLimit.MOST + " members";
            Location file = Location.ofFile(source.displayName());
            problems.add(new Problem(Severity.ERROR, ProblemCode.JSON_LIMIT, message, file, null));
            return null;
        }
        ModelAssembler assembler = new ModelAssembler().validatorFactory(new ClientValidators());
        TraitDefinitions.add(assembler, texts);
        for (int i = 0; i < texts.size(); i++) {
            assembler.addUnparsedModel(source.files().get(i).name(), texts.get(i));
        }
        ValidatedResult<Model> result = assemble(assembler, source);
        if (result == null) {
            return null;
        }
        Model model = result.getResult().orElse(null);
        if (model != null) {
            locator.assembled(model);
        }
        Set<String> namespaces = namespaces(model, source.files());
        for (ValidationEvent event : result.getValidationEvents()) {
            report(event, model, namespaces);
        }
        return problems.hasErrors() ? null : model;
    }

    private @Nullable ValidatedResult<Model> assemble(ModelAssembler assembler, ModelSource source) {
        try {
            return assembler.assemble();
        } catch (StackOverflowError e) {
            String message = "shapes refer to each other in too long a chain";
            Location file = Location.ofFile(source.displayName());
            problems.add(new Problem(Severity.ERROR, ProblemCode.JSON_LIMIT, message, file, null));
        } catch (RuntimeException e) {
            // Parts of Smithy that read the values of traits throw what they find, instead of reporting it.
            SourceException cause = cause(e);
            String message = cause == null ? text(e) : cause.getMessageWithoutLocation();
            SourceLocation place = cause == null ? SourceLocation.NONE : cause.getSourceLocation();
            problems.add(new Problem(
                    Severity.ERROR,
                    ProblemCode.SMITHY_INVALID,
                    "Model: " + lines(message),
                    locator.location(place, ""),
                    null));
        }
        return null;
    }

    /** The exception that knows the place. */
    private static @Nullable SourceException cause(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException located) {
                return located;
            }
        }
        return null;
    }

    private static String text(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String lines(String message) {
        return message.strip().lines().map(String::strip).collect(Collectors.joining("; "));
    }

    /** The texts of the files, as far as they are ones that a parser may be given. */
    private List<String> texts(List<ModelFile> files) {
        List<String> texts = new ArrayList<>();
        for (ModelFile file : files) {
            if (file.isSmithyIdl()) {
                texts.add(idl(file));
            } else {
                ModelJson.readObject(file.name(), file.bytes(), problems);
                texts.add(ModelText.decode(file.bytes()));
            }
        }
        return texts;
    }

    /** The text of a file in Smithy's language, empty after reporting that it cannot be parsed. */
    private String idl(ModelFile file) {
        String text = ModelText.read(file, problems);
        Matcher number = text == null ? null : LONG_NUMBER.matcher(text);
        if (number != null && number.find()) {
            String message = "a number of the document is too long";
            problems.add(
                    new Problem(Severity.ERROR, ProblemCode.JSON_LIMIT, message, Location.ofFile(file.name()), null));
            return "";
        }
        return text == null ? "" : text;
    }

    /** The namespaces of the shapes that the files themselves define. */
    private static Set<String> namespaces(@Nullable Model model, List<ModelFile> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(file.name()));
        Set<String> namespaces = new HashSet<>();
        if (model != null) {
            for (Shape shape : model.toSet()) {
                if (names.contains(shape.getSourceLocation().getFilename())) {
                    namespaces.add(shape.getId().getNamespace());
                }
            }
        }
        return namespaces;
    }

    /** Reports what stops the generation; Smithy's warnings are about the design of a service, not about its clients. */
    private void report(ValidationEvent event, @Nullable Model model, Set<String> namespaces) {
        boolean isError = switch (event.getSeverity()) {
            case ERROR, DANGER -> true;
            case WARNING -> TraitDefinitions.isMisspelt(event, namespaces);
            case SUPPRESSED, NOTE -> false;
        };
        if (isError) {
            String shape = event.getShapeId().map(Object::toString).orElse("");
            problems.add(new Problem(
                    Severity.ERROR,
                    ProblemCode.SMITHY_INVALID,
                    event.getId() + ": "
                            + lines(PLACE.matcher(event.getMessage()).replaceFirst("")),
                    locator.location(event.getSourceLocation(), shape),
                    event.getHint().orElseGet(() -> TraitDefinitions.hint(event, model))));
        } else if (model != null) {
            String shape = event.getShapeId().map(Object::toString).orElse("");
            Problem misspelt = TraitKeys.problem(event, model, locator.location(event.getSourceLocation(), shape));
            if (misspelt != null) {
                problems.add(misspelt);
            }
        }
    }
}
