package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sorte.trading.door.Json;
import sorte.trading.home.Setting;

/// The settings that two states differ in, where what is not set counts as its default.
record Differences(List<Difference> all) {
  /// @param raises whether it lets more be lost
  record Difference(Setting setting, String from, String to, boolean raises) {}

  /// Both states must be ones that can be used.
  static Differences between(Map<String, String> from, Map<String, String> to) {
    List<Difference> found = new ArrayList<>();
    for (Setting setting : Setting.ALL) {
      String before = setting.in(from);
      String after = setting.in(to);
      if (!before.equals(after)) {
        found.add(new Difference(setting, before, after, setting.raises(before, after)));
      }
    }
    return new Differences(List.copyOf(found));
  }

  boolean raiseRisk() {
    return all.stream().anyMatch(Difference::raises);
  }

  void show(Screen screen) {
    for (Difference each : all) {
      screen.show("config.changed", each.setting.name(), each.from, each.to);
    }
  }

  ArrayNode toJson() {
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (Difference each : all) {
      list.addObject()
          .put("key", each.setting.name())
          .put("from", each.from)
          .put("to", each.to)
          .put("raisesRisk", each.raises)
          .put("takes", SettingsChange.word(each.setting));
    }
    return list;
  }
}
