package dev.schemareset;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.schemareset.spi.LocalDatabase;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.enums.DatabaseValue;
import org.jdbi.v3.core.enums.EnumByName;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructors;
import org.jdbi.v3.core.qualifier.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the house: who may know whom, and who alone may touch what. */
class ArchitectureTest {

    private static final String ROOT = "dev.schemareset";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each room, and the other rooms it may know. The front door may know all. */
    private static final Map<String, List<String>> MAY_KNOW = Map.of(
            "annotation", List.of(),
            "error", List.of(),
            "jdbi", List.of("annotation", "model", "type"),
            "model", List.of("annotation"),
            "type", List.of("model"),
            "plan", List.of("model"),
            "spi", List.of("model", "plan"),
            "scan", List.of("annotation", "model", "error", "type"),
            "ddl", List.of("annotation", "model", "plan"),
            "database", List.of("model", "plan", "error", "jdbi", "spi"));

    /** How Jdbi makes records, which the schema must agree with. */
    private static final Class<?>[] MAPPING_ANNOTATIONS = {
        ColumnName.class,
        Nested.class,
        PropagateNull.class,
        JdbiConstructor.class,
        JdbiConstructors.class,
        Qualifier.class,
        EnumByName.class,
        DatabaseValue.class
    };

    @Test
    void everyRoomIsNamed() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        MAY_KNOW.keySet().stream().map(ArchitectureTest::room).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotation", "error", "jdbi", "model", "type", "plan", "spi", "scan", "ddl", "database"})
    void roomKnowsOnlyTheRoomsItMay(String room) {
        String[] known = MAY_KNOW.get(room).stream().map(ArchitectureTest::room).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAPackage(room(room))))
                        .and(not(resideInAnyPackage(known))))
                .check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"type, StoredType", "scan, RecordScanner", "ddl, Planner", "database, SqliteDatabase"})
    void hiddenRoomHasOneDoor(String room, String door) {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(room(room)))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName))
                .containsExactly(door);
    }

    @Test
    void onlyScanKnowsClassGraphAndAsm() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("scan"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.classgraph..", "org.objectweb.asm..")
                .check(CLASSES);
    }

    /** A sync target writes rows on a connection that is handed to it. */
    @Test
    void onlyDatabaseAndItsPluginKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("database"), room("jdbi"), room("spi"))
                .and()
                .doNotImplement(LocalDatabase.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    /** The front door hands a Jdbi in and out; scan honours the annotations by which Jdbi maps rows. */
    @Test
    void onlyDatabaseAndItsPluginWorkWithJdbi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("database"), room("jdbi"))
                .and()
                .doNotHaveFullyQualifiedName(SchemaReset.class.getName())
                .should()
                .dependOnClassesThat(resideInAPackage("org.jdbi..").and(not(belongToAnyOf(MAPPING_ANNOTATIONS))))
                .check(CLASSES);
    }

    /** The plugin tells Jdbi how records are made, and Jdbi speaks of {@code Type}. */
    @Test
    void onlyScanAndThePluginReflect() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("scan"), room("jdbi"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(CLASSES);
    }

    @Test
    void moduleExportsValuesAndHidesWorkers() {
        ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes"))
                .find("dev.schemareset.core")
                .orElseThrow()
                .descriptor();
        assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrder(
                        ROOT,
                        room("annotation"),
                        room("error"),
                        room("jdbi"),
                        room("model"),
                        room("plan"),
                        room("spi"));
        assertThat(module.opens()).isEmpty();
    }

    private static String room(String name) {
        return ROOT + "." + name;
    }
}
