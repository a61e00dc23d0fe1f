package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a strategy can reach of this package: it reads, and has no door to what feeds it.
class OpenSurfaceTest {
  private static List<Class<?>> publicTypes()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes =
        Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes.resolve("sorte/strategy"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.equals("package-info")) {
          continue;
        }
        Class<?> type = Class.forName("sorte.strategy." + name);
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
    }
    assertThat(types).hasSizeGreaterThan(25);
    return types;
  }

  private static boolean open(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  @Test
  void only_a_market_s_constructor_names_what_drives_strategies() throws Exception {
    Set<String> naming = new TreeSet<>();
    for (Class<?> type : publicTypes()) {
      List<Executable> members = new ArrayList<>(List.of(type.getDeclaredMethods()));
      members.addAll(List.of(type.getDeclaredConstructors()));
      for (Executable member : members) {
        if (open(member.getModifiers()) && member.toGenericString().contains("strategy.run")) {
          naming.add(member.toGenericString());
        }
      }
    }
    assertThat(naming)
        .containsExactly(
            "public sorte.strategy.Market(sorte.strategy.run.FeedSlot,java.time.ZoneId)");
  }

  @Test
  void what_a_strategy_may_call_cannot_be_overridden() throws Exception {
    Set<String> overridable = new TreeSet<>();
    for (Class<?> type : publicTypes()) {
      if (type.isInterface() || Modifier.isFinal(type.getModifiers())) {
        continue;
      }
      for (Method method : type.getDeclaredMethods()) {
        int modifiers = method.getModifiers();
        if (open(modifiers) && !Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers)) {
          overridable.add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(overridable)
        .containsExactly(
            "Indicator.next",
            "Strategy.enterLong",
            "Strategy.enterShort",
            "Strategy.exitLong",
            "Strategy.exitShort",
            "Strategy.terms");
  }

  @Test
  void no_field_that_a_strategy_sees_can_be_assigned() throws Exception {
    int seen = 0;
    for (Class<?> type : publicTypes()) {
      for (Field field : type.getDeclaredFields()) {
        if (open(field.getModifiers())) {
          seen++;
          assertThat(Modifier.isFinal(field.getModifiers())).as(field.toString()).isTrue();
        }
        boolean constant = Modifier.isFinal(field.getModifiers());
        assertThat(!Modifier.isStatic(field.getModifiers()) || constant)
            .as("static state: %s", field)
            .isTrue();
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(6);
  }

  @Test
  void indicators_of_the_house_are_made_by_the_strategy_alone() throws Exception {
    int indicators = 0;
    for (Class<?> type : publicTypes()) {
      if (Step.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        indicators++;
        assertThat(Modifier.isFinal(type.getModifiers())).as(type.getName()).isTrue();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
          assertThat(open(constructor.getModifiers())).as(constructor.toString()).isFalse();
        }
      }
    }
    assertThat(indicators).isEqualTo(28);
  }
}
