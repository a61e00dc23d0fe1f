package sorte.analyser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.lang.rule.RuleSetLoader;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;

/// PMD over the source: a few of its own rules and ours for the strategy contract.
final class SourceText {

  private static final String RULES = "sorte/analyser/rules.xml";

  private final LanguageVersion java;
  private final RuleSet rules;

  private SourceText(LanguageVersion java, RuleSet rules) {
    this.java = java;
    this.rules = rules;
  }

  static SourceText load() {
    LanguageVersion java = JavaLanguageModule.getInstance().getVersion("25");
    if (java == null) {
      throw new IllegalStateException("PMD does not know Java 25");
    }
    return new SourceText(
        java, RuleSetLoader.fromPmdConfig(new PMDConfiguration()).loadFromResource(RULES));
  }

  Seen look(Asked asked) {
    PMDConfiguration settings = new PMDConfiguration();
    settings.setDefaultLanguageVersion(java);
    settings.setIgnoreIncrementalAnalysis(true);
    settings.setThreads(0);
    try (PmdAnalysis pmd = PmdAnalysis.create(settings)) {
      pmd.addRuleSet(rules);
      FileId name = FileId.fromPathLikeString(asked.path());
      pmd.files().addFile(TextFile.forCharSeq(asked.source(), name, java));
      return seen(pmd.performAnalysisAndCollectReport());
    }
  }

  /// What a comment or an annotation would hide counts like all else.
  private static Seen seen(Report report) {
    List<Seen.One> found = new ArrayList<>();
    report.getViolations().forEach(violation -> found.add(one(violation)));
    report.getSuppressedViolations().forEach(hidden -> found.add(one(hidden.getRuleViolation())));
    List<String> lacks = new ArrayList<>();
    report.getProcessingErrors().forEach(error -> lacks.add("pmd: " + error.getMsg()));
    report.getConfigurationErrors().forEach(error -> lacks.add("pmd: " + error.issue()));
    return new Seen(lacks, found);
  }

  private static Seen.One one(RuleViolation violation) {
    Map<String, String> place = violation.getAdditionalInfo();
    StringBuilder member = new StringBuilder();
    for (String part :
        List.of(RuleViolation.CLASS_NAME, RuleViolation.METHOD_NAME, RuleViolation.VARIABLE_NAME)) {
      String name = place.getOrDefault(part, "");
      if (!name.isEmpty()) {
        member.append(member.isEmpty() ? "" : ".").append(name);
      }
    }
    return new Seen.One(
        "pmd",
        violation.getRule().getName(),
        String.valueOf(violation.getRule().getRuleSetName()),
        member.toString(),
        violation.getBeginLine(),
        violation.getDescription());
  }
}
