package sorte.guardian.child;

import java.util.List;

/// What the analysers saw, and what kept them from seeing.
///
/// @param lacks reasons why part of it was not looked at; empty when all was
public record AnalyseAnswer(List<String> lacks, List<Seen> seen) {

  public AnalyseAnswer {
    lacks = List.copyOf(lacks);
    seen = List.copyOf(seen);
  }

  /// One thing seen.
  ///
  /// @param tool `spotbugs` or `pmd`
  /// @param rule as the tool names it
  /// @param kind the tool's category
  /// @param member the class, method or field, without its package
  /// @param line from 1, or 0
  /// @param words the tool's own, in English
  public record Seen(
      String tool, String rule, String kind, String member, int line, String words) {}
}
