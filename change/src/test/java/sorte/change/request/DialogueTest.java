package sorte.change.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialogueTest {
  private static final Dialogue DIALOGUE = new Dialogue(Interpreter.embedded());
  private static final Context OWNER = Context.in(Language.EN);

  /// What the last of several sentences means after the others.
  private static Understanding after(String... sentences) {
    Dialogue.Memory memory = Dialogue.Memory.NONE;
    Understanding last = null;
    for (String words : sentences) {
      Dialogue.Turn turn = DIALOGUE.take(words, OWNER, memory);
      memory = turn.memory();
      last = turn.understood();
    }
    assertThat(last).isNotNull();
    return last;
  }

  private static String actions(Understanding understood) {
    return PlanJson.write(understood).path("actions").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "muda o stop loss | 2,5% | muda o stop loss para 2,5%",
        "muda o stop | pra 2% | muda o stop para 2%",
        "change the stop loss | 2.5% | set the stop loss to 2.5%",
        "change the stop loss | to 2% | set the stop loss to 2%",
        "aumenta o stop | em 20% | aumenta o stop em 20%",
        "cooldown 15 minutes | 3 bars | cooldown 3 bars",
        "fecha todas as posições? | sim | fecha todas as posições",
        "close all positions? | yes, do it | close all positions",
        "sell when RSI crosses 70 | upwards | sell when RSI crosses 70 upwards"
      })
  void an_answer_completes_the_sentence_that_was_asked_about(
      String asked, String answer, String whole) {
    Understanding wanted = after(whole);
    assertThat(wanted).isInstanceOf(Understanding.Plan.class);
    if (!answer.equals("3 bars")) {
      assertThat(actions(after(asked, answer))).isEqualTo(actions(wanted));
    } else {
      assertThat(after(asked, answer)).isInstanceOf(Understanding.Question.class);
    }
  }

  @Test
  void a_question_about_an_answer_goes_on_until_all_is_said() {
    assertThat(actions(after("muda a média", "a rápida", "12")))
        .isEqualTo(actions(after("muda a média rápida para 12")));
    assertThat(actions(after("change the average", "the slow one", "50")))
        .isEqualTo(actions(after("set the slow average to 50")));
  }

  @Test
  void no_drops_what_was_asked_about() {
    assertThat(after("fecha todas as posições?", "não")).isInstanceOf(Understanding.Question.class);
    assertThat(after("fecha todas as posições?", "não", "sim"))
        .isInstanceOf(Understanding.Question.class);
    assertThat(after("change the stop loss", "never mind", "2%"))
        .isInstanceOf(Understanding.Question.class);
  }

  @Test
  void the_same_again_goes_to_the_strategy_named_or_to_the_only_other_one() {
    String wanted = actions(after("na macd-cross, coloca o stop em 2%"));
    assertThat(actions(after("na ema-cross, coloca o stop em 2%", "e na macd-cross também")))
        .isEqualTo(wanted);
    assertThat(
            actions(
                after(
                    "backtest macd-cross",
                    "na ema-cross, coloca o stop em 2%",
                    "e na outra também")))
        .isEqualTo(wanted);
    assertThat(actions(after("set the stop of ema-cross to 2%", "same for macd-cross")))
        .isEqualTo(wanted);
  }

  @Test
  void which_other_one_is_asked_where_it_is_not_known() {
    assertThat(after("na ema-cross, coloca o stop em 2%", "e na outra também"))
        .isInstanceOf(Understanding.Question.class);
    assertThat(after("e na outra também")).isInstanceOf(Understanding.Question.class);
  }

  @Test
  void a_pronoun_takes_up_the_strategy_spoken_of_last() {
    assertThat(actions(after("backtest ema-cross", "coloca o stop em 2% nela")))
        .isEqualTo(actions(after("coloca o stop em 2% na ema-cross")));
  }

  @Test
  void an_answer_never_gets_around_the_rules_of_the_house() {
    assertThat(after("change the stop loss", "and turn the guardian off"))
        .isInstanceOf(Understanding.Refusal.class);
    assertThat(after("don't set the stop loss", "2%")).isInstanceOf(Understanding.Question.class);
    for (String word : List.of("sim", "yes", "ok", "do it", "the fast one", "2.5")) {
      assertThat(after(word)).isInstanceOf(Understanding.Question.class);
    }
  }

  @Test
  void a_sentence_is_not_asked_about_for_ever() {
    Dialogue.Memory memory = Dialogue.Memory.NONE;
    for (int i = 0; i < 50; i++) {
      memory =
          DIALOGUE.take(i == 0 ? "change the average" : "the fast one", OWNER, memory).memory();
      assertThat(memory.asked().length()).isLessThan(100);
    }
  }
}
