package dev.schemareset.turso;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of this module: who may know whom, and who alone may touch what. */
class ArchitectureTest {

    private static final String ROOT = "dev.schemareset.turso";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each room, and the others it may know. The exported one may know all. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            entry("hrana", List.of()),
            entry("token", List.of()),
            entry("http", List.of("hrana")),
            entry("batch", List.of("hrana")),
            entry("remote", List.of("hrana", "http", "batch")),
            entry("replication", List.of()),
            entry("watch", List.of()),
            entry("shape", List.of("hrana")),
            entry("feed", List.of("hrana", "http", "batch", "shape")),
            entry("replica", List.of("hrana", "shape", "replication")),
            entry("exchange", List.of("hrana", "http", "remote", "shape", "feed", "replica", "replication")));

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
    @ValueSource(
            strings = {
                "hrana",
                "token",
                "http",
                "batch",
                "remote",
                "replication",
                "watch",
                "shape",
                "feed",
                "replica",
                "exchange"
            })
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

    /** Beside it may stand the values that it takes and gives. */
    @ParameterizedTest
    @CsvSource({
        "hrana, Hrana",
        "token, TokenClaims",
        "http, HranaClient",
        "batch, Transaction",
        "remote, TursoDatabase",
        "shape, Shape",
        "feed, Feed",
        "replica, Replica",
        "watch, LocalWrites",
        "exchange, Replication"
    })
    void hiddenRoomHasOneDoor(String room, String door) {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(room(room)))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getSimpleName().equals(door) || !(type.isRecord() || type.isInterface()))
                        .map(JavaClass::getSimpleName))
                .containsExactly(door);
    }

    @Test
    void onlyTheProtocolAndTheTokenAreJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("hrana"), room("token"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void onlyTheClientKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("http"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net..")
                .check(CLASSES);
    }

    @Test
    void onlyTheReplicaAndItsWatchKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("replica"), room("watch"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "org.sqlite..").and(not(assignableTo(SQLException.class))))
                .check(CLASSES);
    }

    /** What core hides is hidden here too. */
    @Test
    void onlyExportedRoomsOfCoreAreKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.schemareset.backup..",
                        "dev.schemareset.check..",
                        "dev.schemareset.connection..",
                        "dev.schemareset.ddl..",
                        "dev.schemareset.find..",
                        "dev.schemareset.inspect..",
                        "dev.schemareset.read..",
                        "dev.schemareset.reset..",
                        "dev.schemareset.run..",
                        "dev.schemareset.type..")
                .check(CLASSES);
    }

    @Test
    void moduleExportsTheFrontDoorAndValues() {
        ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes"))
                .find("dev.schemareset.turso")
                .orElseThrow()
                .descriptor();
        assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrder(ROOT, room("replication"));
        assertThat(module.opens()).isEmpty();
    }

    private static String room(String name) {
        return ROOT + "." + name;
    }
}
