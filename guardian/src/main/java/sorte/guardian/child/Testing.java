package sorte.guardian.child;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import sorte.guardian.child.TestAnswer.Status;
import sorte.guardian.child.TestAnswer.TestResult;

/// Runs JUnit Jupiter tests through the platform's launcher.
final class Testing {

  private static final int FRAMES_SHOWN = 5;

  private Testing() {}

  static TestAnswer run(TestTask task) throws ClassNotFoundException {
    TestLoader loader = new TestLoader(task.classes());
    List<ClassSelector> selectors = new ArrayList<>();
    for (String test : task.tests()) {
      selectors.add(selectClass(Class.forName(test, false, loader)));
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    Launcher launcher = LauncherFactory.create(config);
    List<TestResult> results = new ArrayList<>();
    launcher.execute(request, new Recorder(results));
    return new TestAnswer(results);
  }

  private record Recorder(List<TestResult> results) implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
      if (!test.isTest() && !failed) {
        return;
      }
      Status status =
          switch (result.getStatus()) {
            case SUCCESSFUL -> Status.PASSED;
            case ABORTED -> Status.SKIPPED;
            case FAILED -> Status.FAILED;
          };
      results.add(
          new TestResult(name(test), status, result.getThrowable().map(this::words).orElse("")));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      results.add(new TestResult(name(test), Status.SKIPPED, reason));
    }

    private String name(TestIdentifier test) {
      Optional<MethodSource> method =
          test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
      return method
          .map(m -> m.getClassName() + "." + test.getDisplayName())
          .orElse(test.getDisplayName());
    }

    private String words(Throwable e) {
      StringBuilder words = new StringBuilder(e.toString());
      Arrays.stream(e.getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("sorte."))
          .limit(FRAMES_SHOWN)
          .forEach(frame -> words.append("\n  at ").append(frame));
      return words.toString();
    }
  }

  /// Sees the classes given, strategy-api, JUnit's API and the JDK; not the child's own classes.
  private static final class TestLoader extends ClassLoader {
    private static final List<String> SHOWN =
        List.of("sorte.strategy.", "org.junit.jupiter.api.", "org.opentest4j.", "org.apiguardian.");

    private final java.util.Map<String, byte[]> classes;

    TestLoader(java.util.Map<String, byte[]> classes) {
      super("tests", new Shown());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    private static final class Shown extends ClassLoader {
      Shown() {
        super("shown", ClassLoader.getPlatformClassLoader());
      }

      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHOWN.stream().anyMatch(name::startsWith)) {
          return ClassLoader.getSystemClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
      }
    }
  }
}
