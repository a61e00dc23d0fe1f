package sorte.guardian.child;

import java.util.List;

/// What the tests say; evidence only beside other evidence.
public record TestAnswer(List<TestResult> results) {

  public TestAnswer {
    results = List.copyOf(results);
  }

  /// One test.
  ///
  /// @param test `Class.method` as the platform names it
  /// @param detail the failure's words and line, or empty
  public record TestResult(String test, Status status, String detail) {}

  public enum Status {
    PASSED,
    FAILED,
    SKIPPED
  }

  public long count(Status status) {
    return results.stream().filter(r -> r.status() == status).count();
  }

  /// At least one test ran and none failed.
  public boolean green() {
    return count(Status.PASSED) > 0 && count(Status.FAILED) == 0;
  }
}
