package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParameterNameTest {
  @Test
  void a_name_of_the_plan_and_its_component_fold_alike() {
    assertThat(ParameterName.OF_STRATEGIES).isNotEmpty();
    for (String name : ParameterName.OF_STRATEGIES) {
      String component = ParameterName.component(name);
      assertThat(ParameterName.fold(component)).as(name).isEqualTo(ParameterName.fold(name));
      assertThat(ParameterName.spoken(component)).as(component).isEqualTo(name);
    }
    assertThat(ParameterName.component("fast-ma.period")).isEqualTo("fastMaPeriod");
    assertThat(ParameterName.component("rsi.oversold")).isEqualTo("rsiOversold");
    assertThat(ParameterName.component("macd.fast")).isEqualTo("macdFast");
    assertThat(ParameterName.component("stochastic.k")).isEqualTo("stochasticK");
  }

  @Test
  void no_two_names_fold_alike() {
    List<String> folded = new ArrayList<>();
    ParameterName.OF_STRATEGIES.forEach(name -> folded.add(ParameterName.fold(name)));
    ParameterName.OF_THE_ACCOUNT.forEach(name -> folded.add(ParameterName.fold(name)));
    assertThat(folded).doesNotHaveDuplicates();
  }

  @Test
  void the_names_are_those_of_the_plans_schema() throws IOException {
    Path schema = Path.of("../docs/contracts/plan.schema.json");
    Matcher list =
        Pattern.compile("\"parameter\": \\{\\s*\"enum\": \\[([^]]*)]")
            .matcher(Files.readString(schema));
    assertThat(list.find()).isTrue();
    List<String> names = new ArrayList<>();
    Matcher name = Pattern.compile("\"([^\"]+)\"").matcher(list.group(1));
    while (name.find()) {
      names.add(name.group(1));
    }
    List<String> ours = new ArrayList<>(ParameterName.OF_STRATEGIES);
    ours.addAll(ParameterName.OF_THE_ACCOUNT);
    assertThat(ours).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void folding_is_the_same_in_turkish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(ParameterName.fold("TIME-STOP")).isEqualTo("timestop");
      assertThat(ParameterName.kebab("EmaIndex")).isEqualTo("ema-index");
      assertThat(ParameterName.number(0.002)).isEqualTo("0.002");
      assertThat(ParameterName.number(100)).isEqualTo("100");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_name_the_plan_does_not_have_is_said_with_hyphens() {
    assertThat(ParameterName.spoken("exitPeriod")).isEqualTo("exit-period");
  }
}
