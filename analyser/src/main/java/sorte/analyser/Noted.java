package sorte.analyser;

import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.ClassAnnotation;
import edu.umd.cs.findbugs.FieldAnnotation;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes down what SpotBugs says, and where it could not look.
final class Noted extends AbstractBugReporter {

  private final List<Seen.One> found = new ArrayList<>();
  private final List<String> lacks = new ArrayList<>();

  Noted() {
    setPriorityThreshold(Priorities.NORMAL_PRIORITY);
  }

  Seen seen() {
    return new Seen(lacks, found);
  }

  @Override
  protected void doReportBug(BugInstance bug) {
    SourceLineAnnotation line = bug.getPrimarySourceLineAnnotation();
    found.add(
        new Seen.One(
            "spotbugs",
            bug.getType(),
            bug.getBugPattern().getCategory(),
            member(bug),
            line == null ? 0 : line.getStartLine(),
            bug.getBugPattern().getShortDescription()));
  }

  private static String member(BugInstance bug) {
    ClassAnnotation owner = bug.getPrimaryClass();
    MethodAnnotation method = bug.getPrimaryMethod();
    FieldAnnotation field = bug.getPrimaryField();
    if (method != null) {
      return simple(method.getClassName()) + "." + method.getMethodName();
    }
    if (field != null) {
      return simple(field.getClassName()) + "." + field.getFieldName();
    }
    return owner == null ? "" : simple(owner.getClassName());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }

  @Override
  public void reportAnalysisError(AnalysisError error) {
    lacks.add("spotbugs: " + error.getMessage() + " " + error.getExceptionMessage());
  }

  @Override
  public void reportMissingClass(String className) {
    lacks.add("spotbugs: no class " + className);
  }

  @Override
  public void finish() {
    // nothing is written anywhere
  }

  @Override
  public @Nullable BugCollection getBugCollection() {
    return null;
  }

  @Override
  public void observeClass(ClassDescriptor type) {
    // which classes it looks at is known
  }
}
