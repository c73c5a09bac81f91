package dev.whittle.codegen.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The examples in the documentation of a client, as code that can be compiled. */
public final class Snippets {
    private static final Pattern BLOCK = Pattern.compile("(?s)\\* <pre>(?:\\{@code)?\\n(.*?)\\n\\s*\\* }?</pre>");
    private static final List<String> IMPORTS = List.of(
            "dev/whittle/runtime/document/Document",
            "dev/whittle/runtime/http/RequestBody",
            "dev/whittle/runtime/shape/Blob",
            "java/math/BigDecimal",
            "java/math/BigInteger",
            "java/time/Instant",
            "java/util/Base64",
            "java/util/List",
            "java/util/Map");
    private static final String NAME = "ExamplesOfTheModel";

    private Snippets() {}

    /** The calls in the documentation of a client, in the order of its methods. */
    public static List<String> of(String client) {
        List<String> snippets = new ArrayList<>();
        Matcher block = BLOCK.matcher(client);
        while (block.find()) {
            StringBuilder snippet = new StringBuilder();
            for (String line : block.group(1).split("\n")) {
                snippet.append(line.replaceFirst("^\\s*\\* ?", "")).append('\n');
            }
            boolean isEscaped = !block.group().contains("{@code");
            snippets.add(isEscaped ? unescaped(snippet.toString()) : snippet.toString());
        }
        return snippets;
    }

    /** Adds a class that makes the calls to the files of a client. */
    public static void addTo(Map<String, String> files) {
        String path = files.keySet().stream()
                .filter(file -> file.endsWith("Client.java") && !file.contains("/Default") && !file.contains("Async"))
                .findFirst()
                .orElseThrow();
        String client = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        String packageName = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        StringBuilder code = new StringBuilder("package ").append(packageName).append(";\n");
        // By name, because a type of the model may be called like one of java.lang.
        String models = packageName.replace('.', '/') + "/model/";
        files.keySet().stream()
                .filter(file -> file.startsWith(models)
                        && !file.endsWith("-info.java")
                        && files.get(file).contains("\npublic "))
                .forEach(file -> importing(code, file.substring(0, file.length() - ".java".length())));
        IMPORTS.forEach(file -> importing(code, file));
        code.append("@SuppressWarnings({\"deprecation\", \"try\"}) abstract class ")
                .append(NAME)
                .append(" {\nabstract ")
                .append(client)
                .append(" client();\n");
        int number = 0;
        for (String snippet : of(files.get(path))) {
            code.append("void example")
                    .append(number++)
                    .append("() {\nvar client = client();\n")
                    .append(snippet)
                    .append("}\n");
        }
        files.put(
                packageName.replace('.', '/') + "/" + NAME + ".java",
                code.append("}\n").toString());
    }

    private static void importing(StringBuilder code, String path) {
        code.append("import ").append(path.replace('/', '.')).append(";\n");
    }

    private static String unescaped(String html) {
        return Parser.unescapeEntities(html, false);
    }
}
