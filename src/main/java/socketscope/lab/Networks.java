package socketscope.lab;

import socketscope.event.Place;

/** Finds the network that an experiment is made on. */
final class Networks {

  private Networks() {}

  /**
   * The network that was chosen.
   *
   * @param reason why it is another one than was wanted, in the words of the program that said so;
   *     empty where it is not
   */
  record Choice(Network network, String reason) {}

  /** Gives a network at that place; the shared one where there is none. */
  static Choice choose(Place wanted) {
    return switch (wanted) {
      case SHARED -> new Choice(new SharedNetwork(), "");
      case ALONE -> {
        OwnNetwork.Attempt attempt = OwnNetwork.make();
        OwnNetwork own = attempt.network();
        yield own == null ? new Choice(new SharedNetwork(), attempt.reason()) : new Choice(own, "");
      }
    };
  }
}
