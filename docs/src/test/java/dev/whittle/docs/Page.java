package dev.whittle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of documentation.
 *
 * @param path its file
 * @param lines its text
 */
record Page(Path path, List<String> lines) {
    /** The root of the repository; tests run in the folder of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MARKER = Pattern.compile("<!-- (as in|[\\w-]+)(?:(?:(?<=as in)|:) (.*))? -->");
    private static final String FENCE = "```";

    /** The page of a path below the root. */
    static Page of(String path) {
        return read(ROOT.resolve(path));
    }

    /** Every page that speaks to users or contributors. */
    static List<Page> all() {
        List<Page> pages = new ArrayList<>(List.of(of("README.md"), of("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(file -> pages.add(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** The blocks of a kind, of all pages. */
    static List<CodeBlock> blocks(String kind) {
        return all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.kind().equals(kind))
                .toList();
    }

    /** Its path below the root. */
    String name() {
        return ROOT.relativize(path).toString().replace('\\', '/');
    }

    /** Its text, each line with its end. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Its blocks of code. */
    List<CodeBlock> blocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(FENCE)) {
                int start = i;
                StringBuilder text = new StringBuilder();
                for (i++; !lines.get(i).strip().equals(FENCE); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                Matcher marker =
                        MARKER.matcher(start == 0 ? "" : lines.get(start - 1).strip());
                boolean marked = marker.matches();
                String argument = marked && marker.group(2) != null ? marker.group(2) : "";
                blocks.add(new CodeBlock(
                        name(),
                        start + 1,
                        lines.get(start).strip().substring(FENCE.length()),
                        marked ? marker.group(1) : "",
                        argument,
                        text.toString()));
            }
        }
        return blocks;
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
