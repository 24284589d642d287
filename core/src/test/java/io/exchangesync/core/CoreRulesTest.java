package io.exchangesync.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** What keeps the core plain and the planner pure. */
@AnalyzeClasses(packages = "io.exchangesync.core", importOptions = DoNotIncludeTests.class)
class CoreRulesTest {

  @ArchTest
  static final ArchRule theCoreKnowsJavaAndThreeSmallLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              "java.text..",
              "java.nio.charset..",
              "java.security..",
              "java.io..",
              "io.exchangesync.core..",
              "org.jsoup..",
              "com.fasterxml.jackson..",
              "org.dmfs..");

  @ArchTest
  static final ArchRule thePlannerDoesNotReachTheEngine =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..core.plan..", "..core.mapping..", "..core.series..", "..core.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..core.engine..");

  @ArchTest
  static final ArchRule nobodyAsksForTheTimeButTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule packagesDependOneWay =
      slices()
          .matching("io.exchangesync.core.(plan|engine|mapping|series|model)..")
          .should()
          .beFreeOfCycles();
}
