/// What drives a strategy: engines, gates and tests use it; a strategy may name nothing of it.
///
/// In: a strategy class and settings by parameter; then bars. Out: what it declares
/// ([StrategyType]), and at each close a mask of [Signals] ([Runner]).
package sorte.strategy.run;
