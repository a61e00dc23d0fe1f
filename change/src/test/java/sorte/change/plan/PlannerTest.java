package sorte.change.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.NewStrategy;
import sorte.change.request.Context;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.Understanding;

final class PlannerTest {
  private static final String RSI =
      "crie uma estratégia que compra quando o RSI estiver abaixo de 30 e vende quando passar de 60";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        RSI + "|rsi-30-60",
        "create a strategy that buys when the RSI is below 25.5 and sells when it is above 60"
            + "|rsi-25-5-60",
        "create a strategy that buys when the close crosses below the lower Bollinger band and"
            + " sells when it crosses above the middle band|close-bollinger-signal"
      })
  void a_new_strategy_without_a_name_is_named_after_what_it_looks_at(String words, String name) {
    assertEquals(name, created(words, Map.of()).strategy());
  }

  @Test
  void a_name_that_is_taken_gets_a_number() {
    Map<String, String> there =
        Map.of(Workspace.path("rsi-30-60"), "-", Workspace.path("rsi-30-60-2"), "-");
    Planned.Creation created = created(RSI, there);
    assertEquals("rsi-30-60-3", created.strategy());
    assertTrue(NewStrategy.isName(created.strategy()));
    assertInstanceOf(
        EditOutcome.Edited.class,
        NewStrategy.create(
            created.strategy(),
            created.side(),
            created.entry(),
            created.exit(),
            new Workspace(there, "rsi-30-60").classNames()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "renomeia o campo fast para quick|ema-cross|Rename[from=fast, to=quick]",
        "rename field fast to quick|ema-cross|Rename[from=fast, to=quick]",
        "extrai uma constante em MacdCross|macd-cross|ExtractConstants[from=null]",
        "extract a method in MacdCross|macd-cross|ExtractMethod[to=null]",
        "faz inline de helperMean|ema-cross|Inline[name=helperMean]",
        "clean up dead code|ema-cross|RemoveDeadCode[]",
        "simplifica o MacdCross|macd-cross|Simplify[]",
        "document EmaCross|ema-cross|Document[]"
      })
  void a_refactoring_is_an_edit_of_the_strategy_it_names(
      String words, String strategy, String edit) {
    Map<String, String> files =
        Map.of(Workspace.path("ema-cross"), "-", Workspace.path("macd-cross"), "-");
    Understanding.Plan plan =
        assertInstanceOf(
            Understanding.Plan.class,
            Interpreter.embedded().interpret(words, Context.in(Language.PT)));
    Planned.Edits planned =
        assertInstanceOf(
            Planned.Edits.class,
            new Planner().plan(plan.actions(), new Workspace(files, "ema-cross"), plan.language()));
    assertEquals(strategy, planned.strategy());
    assertEquals("[" + edit + "]", planned.edits().toString());
  }

  private static Planned.Creation created(String words, Map<String, String> files) {
    Understanding.Plan plan =
        assertInstanceOf(
            Understanding.Plan.class,
            Interpreter.embedded().interpret(words, Context.in(Language.PT)));
    return assertInstanceOf(
        Planned.Creation.class,
        new Planner().plan(plan.actions(), new Workspace(files, "ema-cross"), plan.language()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gere testes para a ema-cross|ema-cross",
        "write tests for ema-cross|ema-cross",
        "write tests for MacdCross|macd-cross",
        "gera testes|donchian-trend"
      })
  void tests_are_written_for_the_strategy_named_or_the_one_in_service(String words, String of) {
    Map<String, String> there =
        Map.of(
            Workspace.path("ema-cross"), "-",
            Workspace.path("macd-cross"), "-",
            Workspace.path("donchian-trend"), "-");
    Understanding.Plan plan =
        assertInstanceOf(
            Understanding.Plan.class,
            Interpreter.embedded().interpret(words, Context.in(Language.PT)));
    Planned.Tests tests =
        assertInstanceOf(
            Planned.Tests.class,
            new Planner()
                .plan(plan.actions(), new Workspace(there, "donchian-trend"), plan.language()));
    assertEquals(of, tests.strategy());
    assertEquals(Workspace.path(of), tests.path());
  }
}
