/// Orders as values, and the life of one. An [sorte.trading.order.Instruction] holds one or several
/// [sorte.trading.order.OrderTicket]s: what is wanted, how it fills, how long it stands.
/// [sorte.trading.order.OrderLife] says which [sorte.trading.order.OrderState] follows from which
/// [sorte.trading.order.OrderEvent], and refuses all else in words. In: nothing but values. Out:
/// values. Whoever executes orders (the bar exchange) moves them by this one function.
package sorte.trading.order;
