package sorte.guardian.capability;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.capability.Code.Method;
import sorte.guardian.meter.Weaver;

/// Holds the language of strategies over the compiled classes, then weaves the meter into them.
public final class CapabilityGate implements Gate {

  /// Classes of one strategy at most.
  public static final int CLASSES_MOST = 64;

  /// Methods of one strategy at most, over all its classes.
  public static final int METHODS_MOST = 1_000;

  private static final int FINDINGS_MOST = 20;
  private static final String PACKAGE = "sorte/strategies/";

  @Override
  public String name() {
    return "capability";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    boolean alone = dossier.candidate().origin() == Origin.CHECK;
    List<Finding> findings = look(dossier.path(), dossier.classes(), alone);
    if (!findings.isEmpty()) {
      return Judgement.failIfAny(findings);
    }
    SortedMap<String, byte[]> metered = Weaver.weave(dossier.classes());
    dossier.woven(strategy(dossier.classes()), metered);
    return Judgement.pass();
  }

  /// What in these classes is not written in the language of strategies.
  ///
  /// @param alone whether the file stands alone and so may have no package
  public static List<Finding> look(String path, SortedMap<String, byte[]> classes, boolean alone) {
    List<Finding> findings = new ArrayList<>();
    if (classes.isEmpty() || classes.size() > CLASSES_MOST) {
      return List.of(Finding.at("capability.classes", path, 0, classes.size(), CLASSES_MOST));
    }
    List<ClassModel> models = new ArrayList<>();
    for (byte[] bytes : classes.values()) {
      models.add(ClassFile.of().parse(bytes));
    }
    int methods = models.stream().mapToInt(model -> model.methods().size()).sum();
    if (methods > METHODS_MOST) {
      return List.of(Finding.at("capability.members", path, 0, METHODS_MOST));
    }
    Code code = new Code(models);
    List<String> tops = classes.keySet().stream().filter(name -> !name.contains("$")).toList();
    if (tops.size() != 1) {
      return List.of(Finding.at("capability.one-class", path, 0, tops.size()));
    }
    String top = tops.getFirst().replace('.', '/');
    boolean packaged = top.startsWith(PACKAGE) && top.indexOf('/', PACKAGE.length()) < 0;
    if (!packaged && !(alone && top.indexOf('/') < 0)) {
      return List.of(Finding.at("capability.package", path, 0, top.replace('/', '.')));
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (!alone && !file.equals(top.substring(PACKAGE.length()) + ".java")) {
      return List.of(Finding.at("capability.file", path, 0, shown(top), file));
    }
    for (ClassModel model : models) {
      new ClassLanguage(path, code, top, model).look(findings);
    }
    new Kept(path, code).look(findings);
    if (findings.isEmpty()) {
      new CallLanguage(path, code, top).look(findings);
    }
    return findings.stream()
        .sorted(java.util.Comparator.comparingInt(Finding::line))
        .distinct()
        .limit(FINDINGS_MOST)
        .toList();
  }

  private static String strategy(SortedMap<String, byte[]> classes) {
    Optional<String> top =
        classes.keySet().stream().filter(name -> !name.contains("$")).findFirst();
    return top.orElseThrow();
  }

  private static String shown(String top) {
    return top.substring(top.lastIndexOf('/') + 1);
  }

  /// For messages: a method as a person writes it.
  static String words(Method method) {
    String owner = method.owner().substring(method.owner().lastIndexOf('/') + 1).replace('$', '.');
    return method.constructor() ? "new " + owner : owner + "." + method.name();
  }
}
