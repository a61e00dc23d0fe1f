package sorte.guardian.analysis;

/// What a finding of a rule means for a candidate.
enum Weight {
  /// It refuses.
  REFUSES,
  /// It refuses a change of a version that has none of it; in a new file it is told.
  REFUSES_A_CHANGE,
  /// It is told.
  TOLD,
  /// Another rule says the same better.
  SAID_ELSEWHERE
}
