package sorte.analyser;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What was seen, and what kept an analyser from seeing.
record Seen(List<String> lacks, List<One> all) {

  /// Findings in one answer at most: who has more is told of these.
  static final int MOST = 200;

  private static final int WORDS_MOST = 400;

  Seen {
    lacks = lacks.stream().distinct().limit(MOST).map(Seen::cut).toList();
    all = all.stream().limit(MOST).toList();
  }

  /// One finding.
  ///
  /// @param tool `spotbugs` or `pmd`
  /// @param rule as the tool names it
  /// @param kind the tool's category
  /// @param member the class, method or field, without its package
  /// @param line from 1, or 0
  /// @param words the tool's own, in English
  record One(String tool, String rule, String kind, String member, int line, String words) {
    One {
      member = cut(member);
      words = cut(words);
      line = Math.max(0, line);
    }
  }

  Seen and(Seen other) {
    List<String> bothLacks = new ArrayList<>(lacks);
    bothLacks.addAll(other.lacks);
    List<One> both = new ArrayList<>(all);
    both.addAll(other.all);
    return new Seen(bothLacks, both);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(lacks.size());
      for (String lack : lacks) {
        put(out, lack);
      }
      out.writeInt(all.size());
      for (One one : all) {
        put(out, one.tool());
        put(out, one.rule());
        put(out, one.kind());
        put(out, one.member());
        out.writeInt(one.line());
        put(out, one.words());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String cut(String text) {
    return text.length() <= WORDS_MOST ? text : text.substring(0, WORDS_MOST);
  }
}
