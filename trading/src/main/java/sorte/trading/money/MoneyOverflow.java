package sorte.trading.money;

/// An amount that money cannot hold. Whoever counts stops: a wrong sum of money is worse than none.
public final class MoneyOverflow extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  MoneyOverflow(String what) {
    super(
        what
            + " does not fit into money, which holds up to "
            + Money.words(Money.LARGEST)
            + ": use less cash, or a larger currency unit");
  }
}
