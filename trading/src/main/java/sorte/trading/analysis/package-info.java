/// Tools against fooling oneself: how much of a backtest is luck, choice, costs, history or a look
/// into the future. `docs/analysis.md` defines each figure and says what it does not prove.
package sorte.trading.analysis;
