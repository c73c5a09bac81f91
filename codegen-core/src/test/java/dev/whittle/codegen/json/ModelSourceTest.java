package dev.whittle.codegen.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {
    @TempDir
    Path folder;

    @Test
    void readsAFolderWithItsSiblings() throws IOException {
        write("shop/service-2.json", "model");
        write("shop/paginators-1.json", "pages");
        write("shop/endpoint-rule-set-1.json", "rules");

        ModelSource source = ModelSource.ofDirectory(folder.resolve("shop"));

        assertThat(source.displayName())
                .isEqualTo(folder.resolve("shop/service-2.json").toString());
        assertThat(source.siblingName("waiters-2.json"))
                .isEqualTo(folder.resolve("shop/waiters-2.json").toString());
        assertThat(source.model()).asString().isEqualTo("model");
        assertThat(source.paginators()).asString().isEqualTo("pages");
        assertThat(source.waiters()).isNull();
        assertThat(source.endpointRuleSet()).asString().isEqualTo("rules");
    }

    @Test
    void readsAFileWithoutSiblingsUnlessItHasTheirName() throws IOException {
        write("shop/service-2.json", "model");
        write("shop/shop.json", "other");
        write("shop/waiters-2.json", "waiters");

        assertThat(ModelSource.ofFile(folder.resolve("shop/service-2.json")).waiters())
                .asString()
                .isEqualTo("waiters");
        assertThat(ModelSource.ofFile(folder.resolve("shop/shop.json")).waiters())
                .isNull();
    }

    @Test
    void readsAFolderOrAFileOfAnArchive() throws IOException {
        Path jar = archive("META-INF/shop/service-2.json", "META-INF/shop/waiters-2.json", "shop.json");

        ModelSource byFolder = ModelSource.ofArchive(jar, "META-INF/shop/");
        assertThat(byFolder.displayName()).isEqualTo(jar + "!/META-INF/shop/service-2.json");
        assertThat(byFolder.model()).asString().isEqualTo("META-INF/shop/service-2.json");
        assertThat(byFolder.waiters()).asString().isEqualTo("META-INF/shop/waiters-2.json");
        assertThat(byFolder.siblingName("waiters-2.json")).isEqualTo(jar + "!/META-INF/shop/waiters-2.json");

        ModelSource byFile = ModelSource.ofArchive(jar, "/META-INF/shop/service-2.json");
        assertThat(byFile.waiters()).asString().isEqualTo("META-INF/shop/waiters-2.json");

        assertThat(ModelSource.ofArchive(jar, "shop.json").displayName()).isEqualTo(jar + "!/shop.json");
    }

    @Test
    void saysWhatIsThereInstead() throws IOException {
        write("shop/service-2.json", "model");

        expect(
                () -> ModelSource.ofDirectory(folder.resolve("shpo")),
                "there is no folder " + folder.resolve("shpo"),
                "did you mean 'shop'?");
        expect(
                () -> ModelSource.ofFile(folder.resolve("shop/service.json")),
                "there is no model " + folder.resolve("shop/service.json"),
                "did you mean 'service-2.json'?");
        expect(
                () -> ModelSource.ofDirectory(folder),
                "there is no model " + folder.resolve("service-2.json"),
                "the folder holds shop");
        expect(
                () -> ModelSource.ofDirectory(folder.resolve("a/b")),
                "there is no folder " + folder.resolve("a/b"),
                "there is no folder " + folder.resolve("a") + " either");
    }

    @Test
    void saysWhatAnArchiveHolds() throws IOException {
        Path jar = archive("models/shop/service-2.json", "models/cart/service-2.json");

        expect(
                () -> ModelSource.ofArchive(jar, "models/shpo"),
                "there is no model " + jar + "!/models/shpo",
                "did you mean 'models/shop/service-2.json'?");
        expect(
                () -> ModelSource.ofArchive(jar, ""),
                "there is no model " + jar + "!/",
                "the archive holds models/cart/service-2.json, models/shop/service-2.json");
        expect(
                () -> ModelSource.ofArchive(archive("readme.txt"), "models"),
                "there is no model " + folder.resolve("models.jar") + "!/models",
                "the archive holds no service-2.json");
        expect(
                () -> ModelSource.ofArchive(folder.resolve("no.jar"), "models"),
                "there is no archive " + folder.resolve("no.jar"),
                null);
    }

    @Test
    void whatIsNoArchiveCannotBeRead() throws IOException {
        write("broken.jar", "not a zip");

        ModelUnreadableException e = catchThrowableOfType(
                ModelUnreadableException.class, () -> ModelSource.ofArchive(folder.resolve("broken.jar"), "x"));
        assertThat(e).hasMessageStartingWith("cannot read " + folder.resolve("broken.jar") + ": ");
    }

    @Test
    void aModelHasASizeThatAModelCanHave() throws IOException {
        Path huge = folder.resolve("huge.json");
        byte[] mebibyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(huge)) {
            for (int i = 0; i < 65; i++) {
                out.write(mebibyte);
            }
        }
        expect(() -> ModelSource.ofFile(huge), huge + " is larger than 64 MiB", null);
    }

    private static void expect(ThrowingCallable reading, String message, String hint) {
        ModelUnreadableException e = catchThrowableOfType(ModelUnreadableException.class, reading);
        assertThat(e).hasMessage(message);
        assertThat(e.hint()).isEqualTo(hint);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path archive(String... entries) throws IOException {
        Path jar = folder.resolve("models.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
