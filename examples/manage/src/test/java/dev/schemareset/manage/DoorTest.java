package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.annotation.Table;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others may use. */
final class DoorTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void onlyTheDoorIsPublic() throws Exception {
        assertThat(classes())
                .filteredOn(type -> type.getEnclosingClass() == null && Modifier.isPublic(type.getModifiers()))
                .containsExactly(Manage.class);
    }

    @Test
    void noModelComesWithIt() throws Exception {
        assertThat(classes()).hasSizeGreaterThan(25).noneMatch(type -> type.isAnnotationPresent(Table.class));
    }

    @Test
    void moduleExportsTheDoorAndShowsPicocliTheOptions() {
        ModuleDescriptor module = ModuleFinder.of(CLASSES)
                .find("dev.schemareset.manage")
                .orElseThrow()
                .descriptor();

        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.schemareset.manage");
        assertThat(module.opens()).extracting(ModuleDescriptor.Opens::targets).containsExactly(Set.of("info.picocli"));
    }

    private static List<Class<?>> classes() throws Exception {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES.resolve(Path.of("dev", "schemareset", "manage")))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                classes.add(Class.forName(
                        Manage.class.getPackageName() + "." + name, false, DoorTest.class.getClassLoader()));
            }
        }
        return classes;
    }
}
