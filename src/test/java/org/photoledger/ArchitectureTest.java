package org.photoledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of src/docs/architecture.md as data: who may use whom, and which library stays where. */
class ArchitectureTest {

    private static final String BASE = "org.photoledger.";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("digest", Set.of()),
            Map.entry("finding", Set.of()),
            Map.entry("image", Set.of("digest", "finding")),
            Map.entry("container", Set.of("digest", "finding")),
            Map.entry("metadata", Set.of("digest", "finding", "image")),
            Map.entry("similarity", Set.of("image")),
            Map.entry("text", Set.of("digest", "image", "container")),
            Map.entry("identifier", Set.of("digest", "finding")),
            Map.entry("photo", Set.of("digest", "finding", "image", "metadata", "similarity", "text")),
            Map.entry("source", Set.of("digest", "finding")),
            Map.entry("custody", Set.of("digest")),
            Map.entry(
                    "sandbox",
                    Set.of(
                            "digest",
                            "finding",
                            "image",
                            "metadata",
                            "similarity",
                            "text",
                            "container",
                            "photo",
                            "source")),
            Map.entry(
                    "store",
                    Set.of(
                            "digest",
                            "finding",
                            "image",
                            "metadata",
                            "similarity",
                            "text",
                            "identifier",
                            "photo",
                            "source",
                            "custody")),
            Map.entry("report", Set.of("digest", "finding", "photo", "source", "custody", "store", "export")),
            Map.entry("export", Set.of("digest", "finding", "metadata", "photo", "source", "store")),
            Map.entry("verify", Set.of("digest", "source", "custody", "store", "export")),
            Map.entry("rebuild", Set.of("source", "custody", "store", "export", "verify", "job")),
            Map.entry("backup", Set.of("digest", "custody", "store")),
            Map.entry(
                    "job",
                    Set.of(
                            "digest",
                            "finding",
                            "image",
                            "metadata",
                            "similarity",
                            "text",
                            "container",
                            "identifier",
                            "photo",
                            "source",
                            "custody",
                            "sandbox",
                            "store",
                            "export",
                            "report")),
            Map.entry(
                    "cli",
                    Set.of(
                            "digest",
                            "finding",
                            "image",
                            "metadata",
                            "similarity",
                            "text",
                            "identifier",
                            "photo",
                            "source",
                            "custody",
                            "sandbox",
                            "store",
                            "report",
                            "export",
                            "verify",
                            "rebuild",
                            "backup",
                            "job")));

    /** Library packages and the only packages of ours that may use them. */
    private static final Map<String, Set<String>> FENCES = Map.ofEntries(
            Map.entry("org.springframework.batch..", Set.of("job")),
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("org.apache.tika..", Set.of("metadata", "text")),
            Map.entry("org.apache.poi..", Set.of("text")),
            Map.entry("org.apache.pdfbox..", Set.of("text")),
            Map.entry("org.apache.fontbox..", Set.of("text")),
            Map.entry("org.apache.commons.compress..", Set.of("text", "container")),
            Map.entry("com.github.junrar..", Set.of("container")),
            Map.entry("net.lingala.zip4j..", Set.of("container")),
            Map.entry("org.apache.james..", Set.of("container")),
            Map.entry("org.tukaani..", Set.of("container")),
            Map.entry("io.airlift..", Set.of("container")),
            Map.entry("com.drew..", Set.of("metadata")),
            Map.entry("org.apache.commons.imaging..", Set.of("metadata")),
            Map.entry("javax.imageio..", Set.of("image")),
            Map.entry("ai.onnxruntime..", Set.of("text")),
            Map.entry("com.twelvemonkeys..", Set.of("image")),
            Map.entry("org.yaml..", Set.of("identifier")),
            Map.entry("com.google.re2j..", Set.of("identifier")),
            Map.entry("java.sql..", Set.of("store")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("com.zaxxer..", Set.of("store")),
            Map.entry("de.siegmar..", Set.of("export")),
            Map.entry("org.springframework.boot..", Set.of("cli")),
            Map.entry("org.springframework..", Set.of("cli", "job", "store")));

    private static final Set<String> FORBIDDEN_WORDS = Set.of(
            "Util",
            "Utils",
            "Helper",
            "Manager",
            "Impl",
            "Dto",
            "Data",
            "Info",
            "Base",
            "Common",
            "Handler",
            "Abstract");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.photoledger");

    private static String packageOf(JavaClass type) {
        String rest = type.getPackageName().substring(BASE.length() - 1);
        return rest.isEmpty() ? "" : rest.substring(1);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> packages = CLASSES.stream().map(ArchitectureTest::packageOf).collect(Collectors.toSet());
        assertThat(packages).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((name, allowed) -> {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !allowed.contains(other))
                    .map(other -> BASE + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.length == 0 ? new String[] {"nowhere"} : forbidden)
                    .check(CLASSES);
        });
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.photoledger.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void librariesStayBehindTheirFences() {
        FENCES.forEach((library, inside) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        inside.stream().map(name -> BASE + name).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
    }

    @Test
    void nothingReadsJavaSerialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }

    @Test
    void noGenericExceptionIsThrown() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        List<String> bad = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> Arrays.stream(name.split("(?=\\p{Upper})", -1)).anyMatch(FORBIDDEN_WORDS::contains))
                // our transaction manager is what Spring calls one
                .filter(name -> !name.equals("CheckpointingTransactionManager"))
                .toList();
        assertThat(bad).isEmpty();
    }

    @Test
    void classesAreFinalRecordsEnumsInterfacesOrExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(CLASSES);
    }
}
