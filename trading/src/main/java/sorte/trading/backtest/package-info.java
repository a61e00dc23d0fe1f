/// A strategy over a series: bars and decisions in; trades, equity and figures out. The decisions
/// come from a run of the strategy here, or as records from a confined child: then everything but
/// the decisions is computed on this side.
package sorte.trading.backtest;
