package sorte.trading.exchange;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.order.Exit;

/// Orders that share one quantity: the exits of a bracket, or the two of a one-cancels-other.
final class OrderGroup {
  final List<WorkingOrder> members = new ArrayList<>();
  final List<WorkingOrder> entries = new ArrayList<>();
  final List<Exit> unarmed = new ArrayList<>();

  /// What its members may still fill together.
  long left;

  OrderGroup(long left) {
    this.left = left;
  }

  /// Of an order that hangs on no other.
  static OrderGroup alone() {
    return new OrderGroup(Long.MAX_VALUE);
  }
}
