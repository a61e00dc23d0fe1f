package sorte.guardian.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
  private static final String BEFORE = "one\ntwo\nthree\nfour\nfive\nsix\n";

  private static SortedMap<String, String> tree(String... pathsAndTexts) {
    SortedMap<String, String> tree = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      tree.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return tree;
  }

  private static ThreeWay.Outcome rebase(
      String before, Optional<String> theirs, Optional<String> now) {
    SortedMap<String, String> onto = new TreeMap<>();
    now.ifPresent(text -> onto.put("a", text));
    return ThreeWay.rebase(tree("a", before), new TreeMap<>(Map.of("a", theirs)), onto);
  }

  private static Map<String, Optional<String>> files(ThreeWay.Outcome outcome) {
    return ((ThreeWay.Outcome.Rebased) outcome).files();
  }

  private static List<ThreeWay.Place> places(ThreeWay.Outcome outcome) {
    return ((ThreeWay.Outcome.Conflict) outcome).places();
  }

  @Test
  void what_nobody_else_touched_is_taken_to_the_byte() {
    String theirs = BEFORE.replace("two", "\ttwo \r");
    assertThat(files(rebase(BEFORE, Optional.of(theirs), Optional.of(BEFORE))))
        .containsExactly(Map.entry("a", Optional.of(theirs)));
  }

  @Test
  void two_places_of_one_file_come_together() {
    String theirs = BEFORE.replace("two", "2");
    String now = BEFORE.replace("five", "5");
    assertThat(files(rebase(BEFORE, Optional.of(theirs), Optional.of(now))))
        .containsExactly(
            Map.entry("a", Optional.of(BEFORE.replace("two", "2").replace("five", "5"))));
  }

  @Test
  void a_file_without_a_last_line_break_keeps_none() {
    String before = "one\ntwo\nthree\nfour";
    assertThat(
            files(
                rebase(
                    before,
                    Optional.of(before.replace("one", "1")),
                    Optional.of(before.replace("four", "4")))))
        .containsExactly(Map.entry("a", Optional.of("1\ntwo\nthree\n4")));
  }

  @Test
  void the_same_place_changed_twice_is_a_conflict_that_names_the_line() {
    assertThat(
            places(
                rebase(
                    BEFORE,
                    Optional.of(BEFORE.replace("three", "3")),
                    Optional.of(BEFORE.replace("three", "III")))))
        .containsExactly(new ThreeWay.Place("a", 3));
  }

  @Test
  void what_is_gone_on_one_side_and_changed_on_the_other_is_a_conflict() {
    assertThat(places(rebase(BEFORE, Optional.of("x"), Optional.empty()))).hasSize(1);
    assertThat(places(rebase(BEFORE, Optional.empty(), Optional.of("x")))).hasSize(1);
  }

  @Test
  void what_is_so_already_is_no_change() {
    assertThat(files(rebase(BEFORE, Optional.of("x"), Optional.of("x")))).isEmpty();
    assertThat(files(rebase(BEFORE, Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void one_conflict_keeps_all_back() {
    SortedMap<String, Optional<String>> changed = new TreeMap<>();
    changed.put("a", Optional.of("mine"));
    changed.put("b", Optional.of("new"));
    assertThat(ThreeWay.rebase(tree("a", "old"), changed, tree("a", "other")))
        .isInstanceOf(ThreeWay.Outcome.Conflict.class);
  }
}
