package sorte.guardian.child;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.child.MutateAnswer.Mutant;
import sorte.guardian.child.Slips.Found;

/// Makes mutants in the child: the source is parsed, its slips are found, and each is compiled
/// under the name that the source has.
final class Mutating {

  private final Compiling compiling;

  Mutating(Compiling compiling) {
    this.compiling = compiling;
  }

  MutateAnswer run(MutateTask task) throws IOException {
    List<Found> all = compiling.with(files -> slips(task, files));
    List<Found> chosen = evenly(all);
    List<SortedMap<String, String>> sources = new ArrayList<>();
    for (Found slip : chosen) {
      sources.add(new TreeMap<>(Map.of(task.path(), slip.on(task.source()))));
    }
    List<Optional<SortedMap<String, byte[]>>> made = compiling.each(sources);
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Found slip = chosen.get(i);
      made.get(i)
          .ifPresent(classes ->
              mutants.add(new Mutant(slip.slip(), slip.from(), slip.to(), slip.with(), classes)));
    }
    return new MutateAnswer(all.size(), mutants);
  }

  private static List<Found> slips(MutateTask task, Compiling.Files files) throws IOException {
    JavacTask parsing = files.parsing(task.path(), task.source());
    Iterator<? extends CompilationUnitTree> units = parsing.parse().iterator();
    return units.hasNext()
        ? new Slips(task, units.next(), Trees.instance(parsing).getSourcePositions()).all()
        : List.of();
  }

  /// All, or as many as there may be, from the whole of it.
  private static List<Found> evenly(List<Found> all) {
    int most = MutateTask.MUTANTS_MOST;
    if (all.size() <= most) {
      return all;
    }
    List<Found> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(all.get((int) ((long) i * all.size() / most)));
    }
    return chosen;
  }
}
