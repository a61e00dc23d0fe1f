package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepRangeTest {
  @Test
  void both_ends_belong_to_a_range_and_decimals_are_counted_as_written() {
    assertThat(SweepRange.of("x=0.1..0.3:0.1").orElseThrow().values())
        .containsExactly(0.1, 0.2, 0.3);
    assertThat(SweepRange.of("slow-ma.period=20..22").orElseThrow().values())
        .containsExactly(20.0, 21.0, 22.0);
  }

  @Test
  void what_is_not_written_as_a_range_is_none() {
    for (String bad : List.of("x", "x=1", "x=2..1:1", "x=1..2:0", "=1..2:1", "x=a..2:1", "x=1..")) {
      assertThat(SweepRange.of(bad)).as(bad).isEmpty();
    }
  }
}
