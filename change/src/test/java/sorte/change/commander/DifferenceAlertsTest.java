package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.trading.door.Json;

/// Whatever the venue says otherwise than the journal is said to the owner, in both languages.
class DifferenceAlertsTest {

  @Test
  void each_difference_there_can_be_is_an_alert_in_both_languages() throws IOException {
    List<String> known = known();
    ObjectNode status = Json.object().put("state", "halted");
    for (String what : known) {
      status
          .withArray("differences")
          .addObject()
          .put("what", what)
          .put("order", 41)
          .put("journal", 2.5)
          .put("venue", -3.25);
    }
    ArrayNode alerts = Json.MAPPER.createArrayNode();
    StatusJson.traderAlerts(status, alerts);
    assertThat(alerts).hasSize(1 + known.size());
    for (JsonNode alert : alerts) {
      String pt = alert.path("text").path("pt").asText();
      String en = alert.path("text").path("en").asText();
      assertThat(pt).isNotBlank().isNotEqualTo(en);
      assertThat(en).isNotBlank().doesNotContain("{");
      if (alert.path("key").asText().startsWith("difference-order")) {
        assertThat(pt).contains("41");
        assertThat(en).contains("41");
      }
      if (alert.path("key").asText().startsWith("difference-position")) {
        assertThat(pt).contains("2.5").contains("-3.25");
        assertThat(en).contains("2.5").contains("-3.25");
      }
    }
  }

  private static List<String> known() throws IOException {
    Path yaml = Path.of("").toAbsolutePath().resolveSibling("docs/openapi/trader.yaml");
    String line =
        Files.readAllLines(yaml).stream()
            .filter(l -> l.contains("order-missing"))
            .findFirst()
            .orElseThrow();
    List<String> known =
        List.of(line.substring(line.indexOf('[') + 1, line.indexOf(']')).split(", "));
    assertThat(known).hasSize(6);
    return known;
  }
}
