package socketscope.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import socketscope.differential.Actor.Kind;
import socketscope.differential.Actor.Thing;

/** The steps of a random experiment as they are written, with its programs, ports and paths. */
final class Script {

  /** Which addresses its sockets have. */
  enum Hosts {
    IPV4,
    IPV6,
    /** Sockets of both versions, which reach each other by IPv4. */
    MAPPED
  }

  private static final List<String> TEXTS = List.of("\"hola\"", "\"x\"", "\"\"", "\"uno dos\"");

  final Random random;
  final Cast cast;
  final int number;
  final Hosts hosts;
  final List<Actor> actors = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  Script(Random random, Cast cast) {
    this.random = random;
    this.cast = cast;
    this.number = cast.nextExperiment();
    this.hosts = oneOf(List.of(Hosts.IPV4, Hosts.IPV4, Hosts.IPV6, Hosts.MAPPED));
  }

  List<String> steps() {
    return steps;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  void line(String step) {
    steps.add(step);
  }

  /** A call on something that another call may sleep on is made by a second thread. */
  void add(Actor actor, Thing thing, String call) {
    steps.add(actor.name + (thing.asleep ? "/2" : "") + ": " + call);
  }

  /** The family of the next socket of TCP or UDP. */
  String family() {
    return switch (hosts) {
      case IPV4 -> "AF_INET";
      case IPV6 -> "AF_INET6";
      case MAPPED -> oneOf(List.of("AF_INET", "AF_INET6"));
    };
  }

  /** The host of an address for a socket of that family; now and then of the other one. */
  String host(String family) {
    boolean six = family.equals("AF_INET6") != chance(40);
    return !six ? "127.0.0.1" : hosts == Hosts.MAPPED ? "[::ffff:127.0.0.1]" : "[::1]";
  }

  /** One of the three ports, mostly the first. */
  String port(int odd) {
    return (chance(odd) ? "r" : chance(3) ? "q" : "p") + number;
  }

  /** A path or an abstract name, mostly the same few. */
  String path() {
    String name = oneOf(List.of("a", "a", "b")) + number;
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> "unix:@" + name;
      case 4 -> "unix:missing/" + name;
      default -> "unix:" + name;
    };
  }

  /** Data to send: mostly few bytes. */
  String text() {
    return chance(12) ? "\"x\" * " + (1 + random.nextInt(70_000)) : oneOf(TEXTS);
  }

  /** The type of a socket of that kind, with flags. */
  static String type(Kind kind, boolean blocking) {
    String type =
        switch (kind) {
          case UDP, DGRAM -> "SOCK_DGRAM";
          case SEQPACKET -> "SOCK_SEQPACKET";
          default -> "SOCK_STREAM";
        };
    return type + (blocking ? "" : "|SOCK_NONBLOCK");
  }

  /** A new socket. */
  String make(Actor actor, Kind kind, String family, boolean blocking) {
    String name = actor.begin(new Thing(kind, blocking));
    line(
        "%s: %s = socket(%s, %s, 0)"
            .formatted(actor.name, name, kind.unix() ? "AF_UNIX" : family, type(kind, blocking)));
    return name;
  }
}
