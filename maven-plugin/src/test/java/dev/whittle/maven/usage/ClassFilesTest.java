package dev.whittle.maven.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.whittle.codegen.report.CallSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files wherever they are and whatever is in them, whole and damaged. */
@Timeout(60)
class ClassFilesTest {
    private static final Set<String> CLIENT = Set.of("com.example.tiny");
    private static final String ELEMENT = "com.example.tiny.TinyClient.create()";

    @TempDir
    private Path folder;

    /** A class with one method, of which the first line has the number 7. */
    private static byte[] type(String name, int version, Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitSource("Source.java", null);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "(Ljava/lang/Object;)V", null, null);
        method.visitCode();
        Label line = new Label();
        method.visitLabel(line);
        method.visitLineNumber(7, line);
        body.accept(method);
        method.visitInsn(RETURN);
        method.visitMaxs(4, 1);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] user(String name) {
        return type(
                name,
                V17,
                method -> method.visitMethodInsn(INVOKESTATIC, "com/example/tiny/TinyClient", "create", "()V", true));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    private static List<String> users(CallSites sites) {
        return sites.touching(CallSitesTest.touching(ELEMENT)).stream()
                .map(CallSite::className)
                .toList();
    }

    @Test
    void jarsAndFoldersAreRead() throws IOException {
        write("classes/app/One.class", user("app/One"));
        Path jar = jar(Map.of("app/Two.class", user("app/Two"), "readme.txt", new byte[3]));
        CallSites sites = CallSites.of(
                List.of(folder.resolve("classes"), jar, folder.resolve("missing"), folder.resolve("missing.jar")),
                CLIENT);
        assertThat(users(sites)).containsExactly("app.One", "app.Two");
        assertThat(sites.warnings()).isEmpty();
    }

    @Test
    void classesOfTheClientAndThoseForOtherVersionsOfJavaDoNotCount() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("com/example/tiny/Mine.class", user("com/example/tiny/Mine"));
        entries.put("com/example/tiny/model/Mine.class", user("com/example/tiny/model/Mine"));
        entries.put("com/example/tiny/internal/Mine.class", user("com/example/tiny/internal/Mine"));
        entries.put("com/example/tiny/other/Yours.class", user("com/example/tiny/other/Yours"));
        entries.put("com/example/tinyother/Yours.class", user("com/example/tinyother/Yours"));
        entries.put("META-INF/versions/21/app/One.class", user("app/One"));
        entries.put("module-info.class", new byte[] {1});
        CallSites sites = CallSites.of(List.of(jar(entries)), CLIENT);
        assertThat(users(sites)).containsExactly("com.example.tiny.other.Yours", "com.example.tinyother.Yours");
        assertThat(sites.warnings()).isEmpty();
    }

    @Test
    void firstOfEqualClassesCounts() throws IOException {
        write("one/app/One.class", type("app/One", V17, method -> {}));
        write("two/app/One.class", user("app/One"));
        assertThat(users(CallSites.of(List.of(folder.resolve("one"), folder.resolve("two")), CLIENT)))
                .isEmpty();
        assertThat(users(CallSites.of(List.of(folder.resolve("two"), folder.resolve("one")), CLIENT)))
                .containsExactly("app.One");
    }

    @Test
    void damagedFilesAreWarnings() throws IOException {
        byte[] whole = user("app/One");
        write("classes/app/Good.class", user("app/Good"));
        write("classes/app/Empty.class", new byte[0]);
        write("classes/app/Half.class", Arrays.copyOf(whole, whole.length / 2));
        write("classes/app/Text.class", "no class".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write("classes/app/Later.class", later(whole));
        write("no.jar", new byte[] {1, 2, 3});
        CallSites sites = CallSites.of(List.of(folder.resolve("classes"), folder.resolve("no.jar")), CLIENT);
        assertThat(users(sites)).containsExactly("app.Good");
        assertThat(sites.warnings()).hasSize(5).allMatch(each -> each.startsWith("could not read " + folder));
        assertThat(sites.warnings()).anyMatch(each -> each.contains("Later") && each.contains("version 999"));
    }

    /** The version is in the bytes 6 and 7. */
    private static byte[] later(byte[] whole) {
        byte[] later = whole.clone();
        later[6] = (byte) (999 >> 8);
        later[7] = (byte) 999;
        return later;
    }

    @Test
    void anyDamageIsAWarning() throws IOException {
        byte[] whole = user("app/One");
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = 0; i < 1 + random.nextInt(3) && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            write("classes/app/One.class", damaged);
            CallSites sites = CallSites.of(List.of(folder.resolve("classes")), CLIENT);
            assertThat(users(sites).size() + sites.warnings().size())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void manyWarningsAreCounted() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            entries.put("app/Bad" + i + ".class", new byte[] {1});
        }
        assertThat(CallSites.of(List.of(jar(entries)), CLIENT).warnings())
                .hasSize(21)
                .last()
                .isEqualTo("could not read 30 more class files");
    }

    /** Classes of the newest Java that the generator runs on. */
    @Test
    void classesOfJava25AreRead() throws IOException {
        write(
                "classes/app/One.class",
                type(
                        "app/One",
                        Opcodes.V25,
                        method -> method.visitMethodInsn(
                                INVOKESTATIC, "com/example/tiny/TinyClient", "create", "()V", true)));
        assertThat(users(CallSites.of(List.of(folder.resolve("classes")), CLIENT)))
                .containsExactly("app.One");
    }

    /** What javac makes of {@code switch (target) { case HostMember host -> … }} from Java 21 on. */
    @Test
    void switchOverTypesIsFound() throws IOException {
        Handle bootstrap = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/runtime/SwitchBootstraps",
                "typeSwitch",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                        + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
                false);
        write("classes/app/One.class", type("app/One", Opcodes.V21, method -> {
            method.visitVarInsn(ALOAD, 0);
            method.visitInsn(ICONST_0);
            method.visitInvokeDynamicInsn(
                    "typeSwitch",
                    "(Ljava/lang/Object;I)I",
                    bootstrap,
                    Type.getObjectType("com/example/tiny/model/Target$HostMember"),
                    "text");
            method.visitInsn(Opcodes.POP);
        }));
        String element = "com.example.tiny.model.Target.HostMember";
        assertThat(CallSites.of(List.of(folder.resolve("classes")), CLIENT).touching(CallSitesTest.touching(element)))
                .containsExactly(new CallSite("app.One", "run", "Source.java", 7, element));
    }

    @Test
    void classWithoutDebugInformationHasNoLine() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(V17, ACC_PUBLIC, "app/One", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(ACC_STATIC, "run", "()I", null, null);
        method.visitCode();
        method.visitMethodInsn(INVOKESTATIC, "com/example/tiny/TinyClient", "create", "()V", true);
        method.visitInsn(ICONST_0);
        method.visitInsn(IRETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        write("classes/app/One.class", writer.toByteArray());
        assertThat(CallSites.of(List.of(folder.resolve("classes")), CLIENT).touching(CallSitesTest.touching(ELEMENT)))
                .containsExactly(new CallSite("app.One", "run", "", 0, ELEMENT));
    }

    /** A large project; the limit is the timeout of this class. */
    @Test
    void manyClassesAreReadFast() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String name = "app/part" + i % 100 + "/Class" + i;
            entries.put(name + ".class", i % 10 == 0 ? user(name) : type(name, V17, method -> {}));
        }
        assertThat(users(CallSites.of(List.of(jar(entries)), CLIENT))).hasSize(1_000);
    }
}
