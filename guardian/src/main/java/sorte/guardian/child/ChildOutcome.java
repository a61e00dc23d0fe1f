package sorte.guardian.child;

import java.util.Objects;

/// How a question to a child ended.
public sealed interface ChildOutcome<T> {

  /// The child answered within its limits; what it says is data to be judged.
  ///
  /// @param nanos from the request's first byte to the answer's last, warm-up of the child excluded
  record Answered<T>(T answer, long nanos) implements ChildOutcome<T> {
    public Answered {
      Objects.requireNonNull(answer);
    }
  }

  /// The child ended, or was ended, without a whole answer.
  record Ended<T>(End end, String detail) implements ChildOutcome<T> {
    public Ended {
      Objects.requireNonNull(end);
      Objects.requireNonNull(detail);
    }
  }

  /// Nothing ran: this machine cannot confine a child, and unconfined code is never run.
  record Unconfined<T>(String reason) implements ChildOutcome<T> {
    public Unconfined {
      Objects.requireNonNull(reason);
    }
  }

  /// Why a child ended without answering.
  enum End {
    /// The time allowed was over.
    DEADLINE,
    /// It wanted more memory than its limit.
    MEMORY,
    /// It used more processor time than its limit.
    PROCESSOR,
    /// It wrote more than its cap.
    FLOOD,
    /// It left by itself: `System.exit`, a crash, or a limit of the kernel.
    DIED,
    /// What it wrote is not an answer.
    GARBLED
  }
}
