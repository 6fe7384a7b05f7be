package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * A process that reserves as many ports as it is told, names them, and holds them until it ends.
 */
final class PortHolder {

  private PortHolder() {}

  public static void main(String[] arguments) throws Exception {
    List<PortReservation> held = new ArrayList<>();
    for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
      held.add(PortReservation.reserve());
      System.out.println(held.getLast().port());
    }
    System.out.println("all");
    while (System.in.read() >= 0) {
      // until the end of input
    }
    held.forEach(PortReservation::close);
  }
}
