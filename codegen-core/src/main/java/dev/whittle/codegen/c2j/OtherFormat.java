package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonType;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that are no model of this format but something else that is known: one sentence tells what, where reading them
 * would end in a problem for every part.
 */
final class OtherFormat {
    private static final int HEAD = 4096;

    private static final String DESCRIBE = "Whittle reads AWS's service-2.json; describe the operations in that format";
    private static final String SMITHY_AST =
            "Whittle reads it as soon as the root has the key \"smithy\" with the version, such as \"2.0\"";
    private static final String SMITHY_IDL = "give the file a name that ends in .smithy";
    private static final String NAME_MODEL = "name the service-2.json of the same folder as the model";

    private static final Format TEMPLATE = new Format("a template of CloudFormation", DESCRIBE);
    private static final Format INTERMEDIATE = new Format(
            "an intermediate model of the AWS SDK",
            "take the file beside it whose name ends in -model.json, not in -intermediate.json");

    /** The type of a resource in YAML. */
    private static final Pattern RESOURCE = Pattern.compile("(?m)^\\s+[\"']?Type[\"']?\\s*:\\s*[\"']?\\w+::\\w+");

    private OtherFormat() {}

    /** Reports a file whose text begins as that of another format; returns whether it did. */
    static boolean isReported(ModelSource source, Problems problems) {
        byte[] bytes = source.model();
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return report(ofText(head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head), source, problems);
    }

    /** Reports a document whose keys are those of another format; returns whether it did. */
    static boolean isReported(JsonValue root, ModelSource source, Problems problems) {
        return report(ofKeys(root), source, problems);
    }

    /** What a file is, to follow "the file is", and what to do. */
    private record Format(String what, String hint) {}

    private static boolean report(@Nullable Format format, ModelSource source, Problems problems) {
        if (format == null) {
            return false;
        }
        problems.add(new Problem(
                Severity.ERROR,
                ProblemCode.MODEL_FORMAT,
                "the file is " + format.what() + ", not a service model in the form of service-2.json",
                Location.ofFile(source.displayName()),
                format.hint()));
        return true;
    }

    private static @Nullable Format ofText(String head) {
        if (head.startsWith("PK\u0003\u0004")) {
            return new Format("an archive", "name it in modelArtifact, and the model inside it in modelEntry");
        } else if (head.startsWith("\u001f\u008b")) {
            return new Format("compressed by gzip", "unpack it first");
        } else if (head.startsWith("version https://git-lfs.github.com/spec/")) {
            return new Format("a pointer of Git LFS", "fetch the file itself by git lfs pull");
        }
        for (String line : head.lines().toList()) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("//") && !isComment(text)) {
                return text.startsWith("{") || text.startsWith("[") ? null : ofLine(text, head);
            }
        }
        return null;
    }

    private static boolean isComment(String line) {
        boolean isRemark = line.startsWith("#") && !line.startsWith("#%RAML");
        return isRemark || line.equals("---") || line.startsWith("%YAML");
    }

    /** By the first line that is not a comment; the order of keys in YAML is free, so that any line may tell. */
    private static @Nullable Format ofLine(String first, String head) {
        String lower = first.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return new Format("an HTML page", "download the model itself, not the page that shows it");
        } else if (lower.startsWith("<")) {
            boolean isWsdl = head.contains("schemas.xmlsoap.org/wsdl") || head.contains("www.w3.org/ns/wsdl");
            return new Format(isWsdl ? "a WSDL description" : "XML", DESCRIBE);
        } else if (lower.startsWith("#%raml")) {
            return new Format("a RAML description", DESCRIBE);
        } else if (first.startsWith("$version") || first.startsWith("namespace ") || first.startsWith("metadata ")) {
            return new Format("a model in Smithy's language", SMITHY_IDL);
        } else if (first.startsWith("syntax = ") || first.startsWith("syntax=") || first.startsWith("edition = ")) {
            return new Format("a description for Protocol Buffers", DESCRIBE);
        } else if (first.startsWith("import \"@typespec")) {
            return new Format("a TypeSpec description", DESCRIBE);
        } else if (isGraphql(first)) {
            return new Format("a GraphQL schema", DESCRIBE);
        }
        return ofYaml(head);
    }

    private static boolean isGraphql(String line) {
        for (String word :
                List.of("type ", "schema ", "schema{", "extend ", "scalar ", "interface ", "directive @", "\"\"\"")) {
            if (line.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Format ofYaml(String head) {
        for (String line : head.lines().toList()) {
            int colon = line.indexOf(':');
            String key = colon < 0
                    ? ""
                    : line.substring(0, colon).stripTrailing().replace("\"", "").replace("'", "");
            String value = colon < 0
                    ? ""
                    : line.substring(colon + 1).strip().replace("\"", "").replace("'", "");
            Format format = key.equals("Resources") && RESOURCE.matcher(head).find() ? TEMPLATE : ofKey(key, value);
            if (format != null) {
                return format;
            }
        }
        return null;
    }

    private static @Nullable Format ofKeys(JsonValue root) {
        for (String key : root.names()) {
            JsonValue value = root.get(key);
            Format format = ofKey(key, value != null && value.type() == JsonType.STRING ? value.asString() : "");
            if (format != null) {
                return format;
            }
        }
        if (has(root, "shapes") || has(root, "operations")) {
            return ofParts(root);
        }
        return ofOtherKeys(root);
    }

    /** What only the parts of a file tell, because its sections are called like those of a model. */
    private static @Nullable Format ofParts(JsonValue root) {
        JsonValue shapes = root.get("shapes");
        if (hasPart(shapes, "c2jName") || hasPart(root.get("operations"), "operationName")) {
            return INTERMEDIATE;
        }
        boolean isSmithy = shapes != null && shapes.names().stream().anyMatch(name -> name.indexOf('#') > 0);
        return isSmithy ? new Format("a Smithy model", SMITHY_AST) : null;
    }

    private static boolean hasPart(@Nullable JsonValue section, String key) {
        if (section == null) {
            return false;
        }
        for (JsonValue part : section.values()) {
            if (has(part, key)) {
                return true;
            }
        }
        return false;
    }

    /** The keys at the root that tell a format, in JSON as in YAML. */
    private static @Nullable Format ofKey(String key, String value) {
        return switch (key) {
            case "openapi" -> new Format(("an OpenAPI " + value).strip() + " description", DESCRIBE);
            case "swagger" -> new Format(("a Swagger " + value).strip() + " description", DESCRIBE);
            case "asyncapi" -> new Format(("an AsyncAPI " + value).strip() + " description", DESCRIBE);
            case "smithy" -> new Format("a Smithy model", SMITHY_AST);
            case "AWSTemplateFormatVersion" -> TEMPLATE;
            case "Transform" -> value.startsWith("AWS::") ? TEMPLATE : null;
            case "ResourceSpecificationVersion" -> new Format("a specification of CloudFormation", DESCRIBE);
            case "typeName" ->
                value.contains("::") ? new Format("the schema of a resource of CloudFormation", DESCRIBE) : null;
            case "transformPackage", "clientConfigFactory", "customizationConfig" -> INTERMEDIATE;
            case "__schema" -> new Format("a GraphQL schema", DESCRIBE);
            case "discoveryVersion" -> new Format("a description of Google's Discovery service", DESCRIBE);
            default -> null;
        };
    }

    /** What only a combination of keys tells, where none of them is a part of a model. */
    private static @Nullable Format ofOtherKeys(JsonValue root) {
        if (has(root, "pagination")) {
            return new Format("a list of paginators", NAME_MODEL);
        } else if (has(root, "waiters")) {
            return new Format("a list of waiters", NAME_MODEL);
        } else if (has(root, "rules") && has(root, "parameters")) {
            return new Format("a set of endpoint rules", NAME_MODEL);
        } else if (has(root, "testCases")) {
            return new Format("a list of tests for endpoint rules", NAME_MODEL);
        } else if (has(root, "examples") && !has(root, "metadata")) {
            return new Format("a list of examples", NAME_MODEL);
        } else if (has(root, "info") && has(root, "item")) {
            return new Format("a Postman collection", DESCRIBE);
        } else if (isTemplate(root.get("Resources"))) {
            return TEMPLATE;
        } else if (has(root, "paths") && has(root, "info")) {
            return new Format("an OpenAPI description", DESCRIBE);
        } else if (isIntrospection(root.get("data"))) {
            return new Format("a GraphQL schema", DESCRIBE);
        } else if (has(root, "$schema") && !has(root, "metadata")) {
            return new Format("a JSON Schema, or a file that has one", DESCRIBE);
        }
        return null;
    }

    private static boolean isTemplate(@Nullable JsonValue resources) {
        if (resources == null) {
            return false;
        }
        for (JsonValue resource : resources.values()) {
            JsonValue type = resource.get("Type");
            if (type != null
                    && type.type() == JsonType.STRING
                    && type.asString().contains("::")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIntrospection(@Nullable JsonValue data) {
        return data != null && data.get("__schema") != null;
    }

    private static boolean has(JsonValue root, String key) {
        return root.get(key) != null;
    }
}
