package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sorte.trading.door.Json;

class DemoTest {
  @Test
  void the_line_of_a_refusal_is_the_first_that_a_finding_names() {
    assertThat(Demo.line(Json.read("[{\"line\":0},{\"line\":17},{\"line\":20}]"))).isEqualTo(17);
    assertThat(Demo.line(Json.read("[{\"line\":0}]"))).isZero();
  }
}
