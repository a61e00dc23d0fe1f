package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.market.MarketSpec;

class TraderProcessTest {
  @TempDir Path root;

  @Test
  void a_candidate_goes_from_shadow_to_canary_to_stable() throws IOException {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get("/status").path("bar").asLong()).isEqualTo(2999);
      JsonNode loaded = trader.load("c1", "seed", ema, "stable", 1);
      assertThat(loaded.path("outcome").asText()).as(loaded.toString()).isEqualTo("loaded");
      assertThat(trader.load("c1", "seed", ema, "stable", 1)).isEqualTo(loaded);
      assertThat(trader.load("c2", "ch-1", ema, "shadow", 0).path("outcome").asText())
          .isEqualTo("loaded");
      JsonNode pairs = trader.get("/pairs?change=ch-1&from=0&upTo=500&waitMillis=20000");
      assertThat(pairs.path("pairs")).hasSize(500);
      assertThat(trader.get("/status").path("bar").asLong()).isEqualTo(3499);
      JsonNode shared =
          trader.post("/slots/share", "{\"commandId\":\"c3\",\"change\":\"ch-1\",\"share\":0.25}");
      assertThat(shared.path("outcome").asText()).as(shared.toString()).isEqualTo("loaded");
      trader.get("/pairs?change=ch-1&from=500&upTo=1500&waitMillis=20000");
      System.out.println(trader.get("/status"));
      JsonNode promoted = trader.post("/promote", "{\"commandId\":\"c4\",\"change\":\"ch-1\"}");
      assertThat(promoted.path("outcome").asText()).isEqualTo("promoted");
      System.out.println(trader.get("/status"));
      System.out.println(trader.get("/events?from=0"));
    }
  }
}
