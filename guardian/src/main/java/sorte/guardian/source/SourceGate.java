package sorte.guardian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;

/// Looks at every text of a change before any parser does.
public final class SourceGate implements Gate {

  @Override
  public String name() {
    return "source";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, Optional<String>> file : dossier.candidate().files().entrySet()) {
      file.getValue().ifPresent(text -> findings.addAll(SourceText.look(file.getKey(), text)));
    }
    return Judgement.failIfAny(findings);
  }
}
