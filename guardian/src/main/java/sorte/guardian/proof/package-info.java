/// The gates that need the candidate to run: tests, robustness, backtest, performance. What runs,
/// runs in confined children; what its decisions mean is computed here.
@org.jspecify.annotations.NullMarked
package sorte.guardian.proof;
