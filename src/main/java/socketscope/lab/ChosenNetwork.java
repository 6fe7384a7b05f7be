package socketscope.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.kernel.NetworkFiles;

/** Where the programs of an experiment run, from its beginning to its end. */
final class ChosenNetwork {

  private final Place wanted;

  /** Null before the experiment has begun. */
  private volatile @Nullable Network network;

  /**
   * Nothing is chosen yet.
   *
   * @param wanted where the programs are to run; where they cannot be alone, they are not
   */
  ChosenNetwork(Place wanted) {
    this.wanted = wanted;
  }

  /**
   * The network, which is made the first time.
   *
   * @param begin is told then what was chosen
   */
  synchronized Network get(Consumer<Networks.Choice> begin) {
    Network known = network;
    if (known != null) {
      return known;
    }
    Networks.Choice choice = Networks.choose(wanted);
    network = choice.network();
    begin.accept(choice);
    return choice.network();
  }

  Optional<Place> place() {
    return Optional.ofNullable(network).map(Network::place);
  }

  /** Before the experiment has begun, what is safe in either place. */
  Place placeOrShared() {
    return place().orElse(Place.SHARED);
  }

  List<String> enter() {
    Network known = network;
    return known == null ? List.of() : known.enter();
  }

  /** Where the kernel tells of it. */
  NetworkFiles files() {
    Network known = network;
    return known == null ? NetworkFiles.OWN : known.files();
  }

  void close() {
    Network known = network;
    if (known != null) {
      known.close();
    }
  }
}
