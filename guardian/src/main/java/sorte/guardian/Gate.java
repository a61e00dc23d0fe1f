package sorte.guardian;

/// One look at a candidate. Cheap gates come first; a gate that cannot run fails.
public interface Gate {

  /// `scope`, `source`, `compile`, …
  String name();

  Judgement judge(Dossier dossier);

  /// What this gate cost, of the time that passed while it was asked: a gate that waited for runs
  /// shared with others, or whose runs began before it was asked, says its own.
  default long nanos(long passed) {
    return passed;
  }
}
