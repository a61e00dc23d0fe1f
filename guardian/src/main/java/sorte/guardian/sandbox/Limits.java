package sorte.guardian.sandbox;

import java.time.Duration;
import java.util.List;

/// What a child may use. The kernel holds these, not the child's good will.
///
/// @param heapMegabytes the JVM's heap
/// @param dataMegabytes RLIMIT_DATA: heap, metaspace, stacks and native memory together
/// @param cpuSeconds RLIMIT_CPU: processor time of all threads together
/// @param files RLIMIT_NOFILE: open descriptors
/// @param outputBytes what it may write to its standard output before it is killed
/// @param deadline wall time for one task
public record Limits(
    int heapMegabytes,
    int dataMegabytes,
    int cpuSeconds,
    int files,
    long outputBytes,
    Duration deadline) {

  public Limits {
    if (heapMegabytes < 16 || dataMegabytes < heapMegabytes + 100) {
      throw new IllegalArgumentException(
          "a child needs a heap of at least 16 MB and 100 MB of data above it, not %d and %d"
              .formatted(heapMegabytes, dataMegabytes));
    }
    if (cpuSeconds < 1 || files < 32 || outputBytes < 1024 || !deadline.isPositive()) {
      throw new IllegalArgumentException(
          "a child needs at least 1 s of processor, 32 files, 1024 bytes of output and time");
    }
  }

  /// Room for every gate's work: 160 MB of heap in 400 MB of data, 60 s of processor and of wall
  /// time, 32 MB of output.
  public static Limits ofGates() {
    return new Limits(160, 400, 60, 256, 32L << 20, Duration.ofSeconds(60));
  }

  /// Room for the analysers over their whole life, and 20 s for one analysis.
  public static Limits ofAnalyser() {
    return new Limits(224, 560, 900, 256, 64L << 20, Duration.ofSeconds(20));
  }

  public Limits withDeadline(Duration other) {
    return new Limits(heapMegabytes, dataMegabytes, cpuSeconds, files, outputBytes, other);
  }

  /// The flags of the child's JVM.
  List<String> flags() {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xms16m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:MaxMetaspaceSize=96m",
        "-XX:CompressedClassSpaceSize=64m",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:Tier4InvocationThreshold=40000", // the second compiler only for what runs long:
        "-XX:Tier4MinInvocationThreshold=5000", // most children are over in a second or two, and
        "-XX:Tier4CompileThreshold=120000", // it would take half of their processor time
        "-XX:Tier4BackEdgeThreshold=320000",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:ActiveProcessorCount=1",
        "-XX:+DisableAttachMechanism",
        "-XX:-UsePerfData",
        "-XX:-UseContainerSupport",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        "-Xrs",
        "--finalization=disabled",
        "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=deny",
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.timezone=UTC",
        "-Djava.awt.headless=true");
  }
}
