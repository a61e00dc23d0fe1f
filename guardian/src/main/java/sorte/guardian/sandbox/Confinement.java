package sorte.guardian.sandbox;

import java.util.List;
import java.util.Optional;
import sorte.trading.words.Phrasebook;

/// What this machine's kernel offers for confining a child.
///
/// @param architecture empty where it is none that is known here
/// @param landlockAbi 0 where there is no landlock
/// @param root whether this process has user id 0 (children then also lose their user and network)
/// @param lacks what is missing; empty means that children can be confined
public record Confinement(
    Optional<Architecture> architecture, int landlockAbi, boolean root, List<Lack> lacks) {

  /// Where the sentences about lacks stand.
  public static final String WORDS = "sorte/guardian/sandbox/words";

  public Confinement {
    lacks = List.copyOf(lacks);
  }

  /// Looks at this machine, changing nothing.
  public static Confinement probe() {
    return Probe.look();
  }

  /// Whether children can be confined here.
  public boolean holds() {
    return lacks.isEmpty();
  }

  /// What `doctor` says, in `pt` or `en`: what is missing and what to do, or that all is there.
  public List<Said> findings(String language) {
    Phrasebook words = Phrasebook.load(WORDS, language);
    if (holds()) {
      String network = words.say(root ? "holds.root" : "holds.user");
      return List.of(
          new Said(true, words.say("holds", Integer.toString(landlockAbi), network), ""));
    }
    return lacks.stream()
        .map(lack -> new Said(false, words.say(lack.key()), words.say(lack.key() + ".remedy")))
        .toList();
  }

  /// All lacks in one line of English, for an outcome's reason and the log.
  public String reason() {
    return String.join(
        "; ", findings("en").stream().map(said -> said.seen() + ". " + said.remedy()).toList());
  }

  /// One line for a person.
  public record Said(boolean good, String seen, String remedy) {}
}
