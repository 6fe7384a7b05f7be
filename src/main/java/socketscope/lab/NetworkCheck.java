package socketscope.lab;

import java.util.Optional;

/** Finds out whether experiments can have a network of their own here, by making one. */
public final class NetworkCheck {

  private NetworkCheck() {}

  /** Why they cannot, in the words of the program that said so; empty where they can. */
  public static Optional<String> refusal() {
    OwnNetwork.Attempt attempt = OwnNetwork.make();
    if (attempt.network() == null) {
      return Optional.of(attempt.reason());
    }
    attempt.network().close();
    return Optional.empty();
  }
}
