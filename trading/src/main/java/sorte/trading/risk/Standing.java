package sorte.trading.risk;

/// The account as the last check sees it.
///
/// @param position net, negative when short
/// @param equity what the account is worth at the last price
/// @param lastPrice the last price seen before this order's
/// @param dayStart equity at the first event of the day, in the configured zone
/// @param peak the highest equity so far
/// @param ordersToday orders that added to a position and left today
/// @param lastOrder the highest order id that ever left
/// @param mode whether new entries may leave at all
/// @param reduceOnly whether something (a full disk) allows only reducing orders
public record Standing(
    double position,
    double equity,
    double lastPrice,
    double dayStart,
    double peak,
    int ordersToday,
    long lastOrder,
    Mode mode,
    boolean reduceOnly) {

  /// What the owner allows at this moment.
  public enum Mode {
    RUNNING,
    /// No new entry; exits and protective stops go on.
    PAUSED,
    /// Paused, and every order but the protective stops was cancelled, until a person resumes.
    HALTED
  }
}
