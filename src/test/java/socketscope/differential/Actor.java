package socketscope.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A program of a random experiment, with what it is thought to have open. */
final class Actor {

  /** What a number is thought to stand for. */
  enum Kind {
    TCP,
    UDP,
    /** AF_UNIX. */
    STREAM,
    /** AF_UNIX. */
    DGRAM,
    /** AF_UNIX. */
    SEQPACKET,
    EPOLL,
    PIPE_END,
    EVENTFD;

    boolean unix() {
      return this == STREAM || this == DGRAM || this == SEQPACKET;
    }

    boolean socket() {
      return unix() || this == TCP || this == UDP;
    }

    boolean connects() {
      return this == TCP || this == STREAM || this == SEQPACKET;
    }
  }

  /** Something that a descriptor stands for; copies of descriptors share it. */
  static final class Thing {
    final Kind kind;
    boolean blocking;
    @Nullable String bound;
    boolean listening;
    boolean connected;

    /** A call may sleep on it: others are made by a second thread. */
    boolean asleep;

    Thing(Kind kind, boolean blocking) {
      this.kind = kind;
      this.blocking = blocking;
    }
  }

  final String role;
  final String name;
  final Map<String, Thing> open = new LinkedHashMap<>();
  private final int experiment;
  private int named;
  boolean stopped;
  boolean killed;

  Actor(String role, String name, int experiment) {
    this.role = role;
    this.name = name;
    this.experiment = experiment;
  }

  /** A child that fork() makes: it has what its parent has. */
  Actor child(String childName) {
    Actor child = new Actor("", childName, experiment);
    child.open.putAll(open);
    child.named = named;
    return child;
  }

  /** A name of its own for something new. */
  String begin(Thing what) {
    named++;
    String given = "s" + experiment + "_" + named;
    open.put(given, what);
    return given;
  }

  /** One of its descriptors; null where it has none. */
  @Nullable String any(Random random) {
    List<String> names = List.copyOf(open.keySet());
    return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
  }
}
