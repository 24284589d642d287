package io.exchangesync.it;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules depend one way: web, batch-jobs, ejb, exchange, core. */
class ModuleArrowsIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void dependenciesPointOneWay() {
    List<Path> modules =
        List.of("core", "exchange", "ejb", "batch-jobs", "web").stream()
            .map(module -> ROOT.resolve(module).resolve("target/classes"))
            .toList();
    assertThat(modules).allMatch(Files::isDirectory);
    JavaClasses classes = new ClassFileImporter().importPaths(modules);

    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.exchangesync..")
        .layer("web")
        .definedBy("io.exchangesync.web..")
        .layer("batch-jobs")
        .definedBy("io.exchangesync.batch..")
        .layer("ejb")
        .definedBy("io.exchangesync.ejb..")
        .layer("exchange")
        .definedBy("io.exchangesync.exchange..")
        .layer("core")
        .definedBy("io.exchangesync.core..")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("batch-jobs")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("ejb")
        .mayOnlyBeAccessedByLayers("web", "batch-jobs")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers("web", "batch-jobs", "ejb")
        .check(classes);
  }
}
