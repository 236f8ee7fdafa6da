package dev.schemareset;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
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
import dev.schemareset.check.Limits;
import dev.schemareset.spi.LocalDatabase;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.junit.jupiter.params.provider.MethodSource;

/** The packages: which may import which, and which alone may touch what. */
class ArchitectureTest {

    private static final String ROOT = "dev.schemareset";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package, and those it may import. The front door may import all, and is imported by none but for its values. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            // Exported: values, annotations, small interfaces.
            Map.entry("annotation", List.of()),
            Map.entry("error", List.of()),
            Map.entry("model", List.of("annotation")),
            Map.entry("plan", List.of("model")),
            Map.entry("spi", List.of("model", "plan")),
            Map.entry("jdbi", List.of("annotation", "model", "type")),
            // From classes to a schema that SQLite accepts.
            Map.entry("type", List.of("model")),
            Map.entry("find", List.of("annotation", "model", "error")),
            Map.entry("read", List.of("annotation", "model", "error", "type", "find")),
            Map.entry("check", List.of("model", "plan", "error", "type", "read", "ddl", "run")),
            // From what is in a database and a schema to a plan.
            Map.entry("ddl", List.of("annotation", "model", "plan")),
            // What a plan is run on.
            Map.entry("connection", List.of("plan", "error", "spi")),
            Map.entry("inspect", List.of("model", "plan", "connection")),
            Map.entry("backup", List.of("model", "plan", "error", "connection", "inspect")),
            Map.entry("run", List.of("model", "plan", "error", "jdbi", "spi", "connection", "inspect", "backup")),
            // Both databases, in order.
            Map.entry(
                    "reset", List.of("model", "plan", "error", "spi", "check", "ddl", "connection", "backup", "run")));

    private static final Set<String> HIDDEN =
            Set.of("type", "find", "read", "check", "ddl", "connection", "inspect", "backup", "run", "reset");

    /** What the coordinated reset takes and gives. */
    private static final Class<?>[] VALUES_OF_THE_DOOR = {Confirm.class, RemoteReset.class, SyncReport.class};

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
    void everyPackageIsInThePicture() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(MAY_IMPORT.keySet().stream()
                        .map(ArchitectureTest::named)
                        .toList());
    }

    static Set<String> packages() {
        return MAY_IMPORT.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageImportsOnlyWhatItMay(String name) {
        String[] imported =
                MAY_IMPORT.get(name).stream().map(ArchitectureTest::named).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(named(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAPackage(named(name))))
                        .and(not(resideInAnyPackage(imported)))
                        .and(not(name.equals("reset") ? belongToAnyOf(VALUES_OF_THE_DOOR) : alwaysFalse())))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** What no other package uses is nobody else's business. */
    @Test
    void onlyWhatAnotherPackageUsesIsPublic() {
        assertThat(CLASSES.stream()
                        .filter(type -> HIDDEN.contains(type.getPackageName().replace(ROOT + ".", "")))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getDirectDependenciesToSelf().stream()
                                .allMatch(use ->
                                        use.getOriginClass().getPackageName().equals(type.getPackageName())))
                        // Its constant is compiled into the class that uses it.
                        .filter(type -> !type.isEquivalentTo(Limits.class))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void onlyFindKnowsClassGraphAndAsm() {
        noClasses()
                .that()
                .resideOutsideOfPackage(named("find"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.classgraph..", "org.objectweb.asm..")
                .check(CLASSES);
    }

    /** A sync target writes rows on a connection that is handed to it. */
    @Test
    void onlyTheWorkersOnConnectionsKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        named("connection"),
                        named("inspect"),
                        named("backup"),
                        named("run"),
                        named("jdbi"),
                        named("spi"))
                .and()
                .doNotImplement(LocalDatabase.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    /** The front door hands a Jdbi in and out; read honours the annotations by which Jdbi maps rows. */
    @Test
    void onlyConnectionsAndThePluginWorkWithJdbi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(named("connection"), named("run"), named("jdbi"))
                .and()
                .doNotHaveFullyQualifiedName(SchemaReset.class.getName())
                .should()
                .dependOnClassesThat(resideInAPackage("org.jdbi..").and(not(belongToAnyOf(MAPPING_ANNOTATIONS))))
                .check(CLASSES);
    }

    /** The plugin tells Jdbi how records are made, and Jdbi speaks of {@code Type}. */
    @Test
    void onlyFindAndReadAndThePluginReflect() {
        noClasses()
                .that()
                .resideOutsideOfPackages(named("find"), named("read"), named("jdbi"))
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
                        named("annotation"),
                        named("error"),
                        named("jdbi"),
                        named("model"),
                        named("plan"),
                        named("spi"));
        assertThat(module.opens()).isEmpty();
    }

    private static String named(String name) {
        return ROOT + "." + name;
    }
}
