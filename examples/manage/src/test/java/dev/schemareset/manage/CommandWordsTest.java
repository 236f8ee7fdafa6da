package dev.schemareset.manage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import picocli.CommandLine;

/**
 * Every text in the libraries that names one of their methods is said in words of the command line. The texts are read from the class files,
 * where what is put together from pieces is one text with a mark for each value.
 */
final class CommandWordsTest {

    private static final Pattern METHOD =
            Pattern.compile(Stream.of(SchemaReset.class, Undo.class, TursoSync.class, TursoReplication.class)
                            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                            .filter(method -> Modifier.isPublic(method.getModifiers()))
                            .map(Method::getName)
                            .distinct()
                            .collect(Collectors.joining("|", "\\b(", ")\\("))
                    + "|\\bConfirm\\.|YES_DROP");

    /** What only an application's own code can meet, which then calls that method. */
    private static final List<String> FOR_APPLICATIONS =
            List.of("unless jdbi() opens them", "e.g. forModels(User.class, Team.class)", "SchemaReset.prohibit(\"");

    private final CommandLine commandLine =
            Manage.commandLine(Optional.empty(), new BufferedReader(new StringReader("")));

    @Test
    void everyMethodThatATextNamesHasItsWord() throws IOException {
        List<String> naming = textsThatNameAMethod();

        assertThat(naming).hasSizeGreaterThan(40);
        assertThat(naming)
                .map(text -> CommandWords.of(commandLine).in(text))
                .filteredOn(said -> METHOD.matcher(said).find())
                .isEmpty();
    }

    @Test
    void everyWordIsACommandOrAnOptionThatIsThere() throws IOException {
        String said = textsThatNameAMethod().stream()
                .map(text -> CommandWords.of(commandLine).in(text))
                .collect(Collectors.joining("\n"));

        Set<String> commands = found(said, "the command ([a-z-]+(?: --[a-z-]+)*)");
        assertThat(commands)
                .contains("apply-migration", "apply-migration --yes --drop-foreign-tables", "sync --rebuild")
                .allSatisfy(this::assertIsThere);
        Set<String> options = found(said, "the option (--[a-z-]+)");
        assertThat(options)
                .contains("--remote", "--models", "--keep")
                .allSatisfy(option -> assertThat(commandLine.getSubcommands().values())
                        .anyMatch(command -> command.getCommandSpec().findOption(option) != null));
    }

    private void assertIsThere(String typed) {
        String[] words = typed.split(" ", -1);
        assertThat(commandLine.getSubcommands()).containsKey(words[0]);
        CommandLine command = requireNonNull(commandLine.getSubcommands().get(words[0]));
        assertThat(Stream.of(words).skip(1))
                .allMatch(option -> command.getCommandSpec().findOption(option) != null);
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsCalledIsRun() {
        assertThat(CommandWords.of(commandLine).in("Then call sync(): it resets; apply(Confirm.YES) resets both."))
                .isEqualTo("Then run the command sync: it resets; the command apply-migration resets both.");
    }

    private static List<String> textsThatNameAMethod() throws IOException {
        return Stream.concat(texts("core"), texts("turso-sync"))
                .filter(text -> text.contains(" "))
                .flatMap(CommandWordsTest::confirmed)
                .distinct()
                .filter(text -> METHOD.matcher(text).find())
                .filter(text -> FOR_APPLICATIONS.stream().noneMatch(text::contains))
                .toList();
    }

    /** A text with the word that confirms it put in. */
    private static Stream<String> confirmed(String text) {
        return Stream.of(Confirm.YES, Confirm.YES_DROP_FOREIGN_TABLES)
                .map(confirm -> text.replaceAll(
                        "\\b(apply|restore)\\((?:%s|Confirm\\.\u0001|\u0001)\\)", "$1(Confirm." + confirm + ")"));
    }

    private static Stream<String> texts(String module) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "..", module, "target", "classes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Texts(texts), 0);
            }
        }
        return texts.stream();
    }

    /** Gathers the texts of a class: constants, and what {@code +} makes of texts and values. */
    private static final class Texts extends ClassVisitor {

        private final List<String> texts;

        Texts(List<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        private void add(Object value) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }

                @Override
                public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
                    Stream.of(arguments).forEach(Texts.this::add);
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add(value);
            return super.visitField(access, name, descriptor, signature, value);
        }
    }
}
