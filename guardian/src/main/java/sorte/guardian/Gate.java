package sorte.guardian;

/// One look at a candidate. Cheap gates come first; a gate that cannot run fails.
public interface Gate {

  /// `scope`, `source`, `compile`, …
  String name();

  Judgement judge(Dossier dossier);
}
