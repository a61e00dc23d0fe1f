/// Money and how a trade is held. Money is a long of 1e-8 ([sorte.trading.money.Money]); each
/// amount is rounded once, after multiplying. A [sorte.trading.money.Holding] says when a trade
/// ends and what is ordered at a close; a [sorte.trading.money.SubLedger] keeps what it costs and
/// earns; a [sorte.trading.money.Book] joins the two over bars with one fill model. The same three
/// serve the backtest, the twins and the live slots. In: terms, costs, bars, signals. Out: fills,
/// trades, equity.
package sorte.trading.money;
