/// An exchange made of bars: one account, several instruments, every order of
/// [sorte.trading.order]. Its rules are numbered in docs/fill-model.md, each held by a test of its
/// name. Deterministic: the same bars and instructions give the same fills, to the bit. In: a
/// [sorte.trading.exchange.FillModel], bars, instructions. Out: what became of each order, each
/// [sorte.trading.exchange.Execution], the account. The door is
/// [sorte.trading.exchange.BarExchange].
package sorte.trading.exchange;
