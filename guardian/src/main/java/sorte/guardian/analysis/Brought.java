package sorte.guardian.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sorte.guardian.child.AnalyseAnswer.Seen;

/// What a change brought: findings are the same where rule and member are, wherever the line went.
final class Brought {

  private Brought() {}

  /// The findings of `now` that are more than `before` has of their rule in their member.
  static List<Seen> by(List<Seen> now, List<Seen> before) {
    Map<String, Integer> had = new HashMap<>();
    before.forEach(one -> had.merge(key(one), 1, Integer::sum));
    List<Seen> brought = new ArrayList<>();
    for (Seen one : now) {
      int left = had.getOrDefault(key(one), 0);
      if (left > 0) {
        had.put(key(one), left - 1);
      } else {
        brought.add(one);
      }
    }
    return brought;
  }

  private static String key(Seen one) {
    return one.tool() + ' ' + one.rule() + ' ' + one.member();
  }
}
