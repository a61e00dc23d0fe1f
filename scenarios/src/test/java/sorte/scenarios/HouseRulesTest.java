package sorte.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rules of docs/ARCHITECTURE.md and docs/STYLE.md, as sentences. Each is first seen to look at
/// something.
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("sorte");

  /// In the order of the direction rule: each may use only those before it.
  private static final List<String> ORDER =
      List.of(
          "sorte.strategy..",
          "sorte.trading..",
          "sorte.guardian..",
          "sorte.change..",
          "sorte.app..");

  @Test
  void every_module_is_looked_at() {
    for (String module : ORDER) {
      String name = module.substring(0, module.length() - 2);
      assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith(name)).count())
          .as(module)
          .isGreaterThan(5);
    }
  }

  @Test
  void imports_go_one_way() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (int later = i + 1; later < ORDER.size(); later++) {
        check(
            noClasses()
                .that()
                .resideInAPackage(ORDER.get(i))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ORDER.get(later)));
      }
    }
  }

  @Test
  void neither_guardian_nor_mind_imports_the_market_data_store() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("sorte.trading..", "sorte.guardian..", "sorte.change..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sorte.data.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("sorte.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("sorte.guardian..", "sorte.change..", "sorte.app.."));
  }

  @Test
  void the_database_stays_in_the_store_and_downloads_have_one_door_to_the_network() {
    assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith("sorte.data.")).count())
        .isGreaterThan(20);
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("sorte.data.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage("sorte.data.store..", "sorte.data.download..")
            .and()
            .doNotHaveSimpleName("WebDoor")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient"));
  }

  @Test
  void nobody_imports_the_strategies() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("sorte.strategies..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sorte.strategies.."));
  }

  @Test
  void the_strategy_api_stands_on_the_jdk_alone() {
    check(
        noClasses()
            .that()
            .resideInAPackage("sorte.strategy..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("sorte.strategy..", "java.."));
  }

  @Test
  void the_trader_has_no_compiler_and_no_git() {
    check(
        noClasses()
            .that()
            .resideInAPackage("sorte.trading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javax.tools..",
                "com.sun.source..",
                "com.sun.tools..",
                "org.eclipse.jgit..",
                "java.lang.foreign.."));
  }

  @Test
  void the_mind_and_the_judge_hold_no_key() {
    check(
        noClasses()
            .that()
            .resideInAPackage("sorte.change..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.PrivateKey"));
  }

  @Test
  void the_judge_asks_nobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage("sorte.change.judge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.net..",
                "java.time..",
                "sorte.trading.door..",
                "sorte.change.request..",
                "sorte.change.mind..",
                "sorte.change.plan.."));
  }

  @Test
  void the_analysers_are_nobodys_library() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("sorte.analyser..", "edu.umd.cs..", "net.sourceforge.pmd.."));
    assertThat(System.getProperty("java.class.path")).doesNotContain("spotbugs", "pmd-core");
  }

  @Test
  void the_command_line_framework_stays_in_the_app() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("sorte.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void what_decides_bit_for_bit_does_not_use_the_machines_transcendental_functions() {
    List<String> inexact =
        List.of(
            "exp", "log", "log10", "pow", "sin", "cos", "tan", "cbrt", "atan", "hypot", "expm1",
            "log1p");
    Set<String> seen = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      type.getMethodCallsFromSelf().stream()
          .filter(c -> c.getTargetOwner().getFullName().equals("java.lang.Math"))
          .filter(c -> inexact.contains(c.getName()))
          .forEach(c -> seen.add(c.getDescription()));
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void nothing_is_named_after_its_lack_of_a_name() {
    List<String> vague =
        List.of("Impl", "Util", "Utils", "Helper", "Manager", "Service", "Processor", "Misc");
    Set<String> seen = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      String name = type.getSimpleName();
      vague.stream().filter(name::endsWith).forEach(_ -> seen.add(type.getName()));
      if (name.startsWith("Abstract") || name.startsWith("Base")) {
        seen.add(type.getName());
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void processes_are_started_by_the_launcher_and_the_sandbox_alone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("sorte.app.launch..", "sorte.guardian.sandbox..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder"));
  }

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }
}
