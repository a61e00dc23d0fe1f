package sorte.change.judge;

/// What the judge had seen when it spoke. E-values: 1 says nothing, 100 is the line.
///
/// @param pairs pairs seen
/// @param differing pairs in which the versions' returns differed: only these are evidence
/// @param sigma the standard deviation of the stable version's bar, as estimated
/// @param autocorrelation lag-1, of the differences
/// @param block differences that the judge took together at the end
public record Evidence(
    long pairs,
    long differing,
    double abort,
    double notWorse,
    double better,
    double sigma,
    double autocorrelation,
    int block,
    Interval interval) {}
