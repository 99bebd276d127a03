package sourcebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Holds the rooms and their arrows. Plain tests, since fields with `@ArchTest` are skipped by today's Surefire.
class ArchitectureTest {
    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("__")) // written by the build, which lists the beans
                .importPackages("sourcebook");
    }

    @Test
    void roomsUseOnlyWhatTheyMay() {
        ApplicationModules.of(ServeApplication.class).verify();
    }

    @Test
    void luceneStaysInItsEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sourcebook.search.lucene..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .because("the engine's port must allow another engine")
                .check(program);
    }

    @Test
    void tikaStaysInExtraction() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sourcebook.extraction..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.tika..", "org.apache.pdfbox..", "org.apache.poi..")
                .because("parsers run in worker processes only")
                .check(program);
    }

    @Test
    void theWorkerSeesNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("sourcebook.extraction.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "com.vaadin..", "org.apache.lucene..", "java.sql..", "javax.sql..")
                .because("a worker must be small, quick to start, and unable to touch the archive")
                .check(program);
    }

    @Test
    void describingIsPure() {
        noClasses()
                .that()
                .resideInAPackage("sourcebook.description..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..", "org.springframework.context..", "java.sql..", "java.net.http..")
                .because("a describer must give the same record for the same document, anywhere")
                .check(program);
    }

    @Test
    void vaadinStaysInTheViews() {
        noClasses()
                .that()
                .resideOutsideOfPackages("sourcebook.ui..", "sourcebook.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..")
                .because("views arrange and bind; no other room knows how a page looks")
                .check(program);
    }

    @Test
    void sqlStaysWhereTheTablesAre() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "sourcebook.catalogue..",
                        "sourcebook.citation..",
                        "sourcebook.access..",
                        "sourcebook.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..")
                .because("no table is read by two rooms")
                .check(program);
    }

    @Test
    void citeprocStaysInCitation() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sourcebook.citation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.undercouch..")
                .because("a style processor is a detail of exporting")
                .check(program);
    }
}
