package socketscope.differential;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import socketscope.differential.Actor.Kind;
import socketscope.differential.Actor.Thing;

/**
 * Makes random experiments, weighted towards the odd: sockets that are used again, AF_UNSPEC,
 * connections that are half closed in one direction or both, copies of descriptors and descriptors
 * that other programs are handed, children, calls in a wrong order, programs that are stopped and
 * killed, small buffers, every harmless option; TCP, UDP and AF_UNIX over both versions of IP.
 *
 * <p>It keeps a rough idea of what is open, so that most steps mean something; where it is wrong,
 * the kernel says so. It makes no step that keeps the experiment waiting.
 */
final class ExperimentGenerator {

  /** A line in whose place the experiment stands still, so that others can be asked of it. */
  static final String QUIET = "# quiet";

  private static final List<String> HOW = List.of("SHUT_RD", "SHUT_WR", "SHUT_RDWR");

  private final Script script;
  private final Random random;
  private final Conversations conversations;
  private final DataSteps data;
  private final AskingSteps asking;

  private ExperimentGenerator(long seed, Cast cast, boolean several) {
    this.random = new Random(seed);
    this.script = new Script(random, cast);
    this.conversations = new Conversations(script);
    this.data = new DataSteps(script);
    this.asking = new AskingSteps(script);
    int programs = several ? random.nextInt(4) == 0 ? 3 : 2 : 1;
    for (String role : List.of("server", "client", "client2").subList(0, programs)) {
      script.actors.add(new Actor(role, cast.of(role), script.number));
    }
  }

  /** The lines of the steps of that seed's experiment. */
  static List<String> steps(long seed) {
    return steps(seed, new Cast());
  }

  /** The same, to be played by programs that play others before and after it. */
  static List<String> steps(long seed, Cast cast) {
    ExperimentGenerator generator = new ExperimentGenerator(seed, cast, true);
    generator.fill();
    generator.end();
    return List.copyOf(generator.script.steps());
  }

  /**
   * One of a single program, which connects to itself and gets no signals: it can be repeated call
   * by call. Of several programs one may come to a call earlier when they are repeated, and is
   * answered otherwise, where none waits for the other.
   */
  static List<String> stepsOfOne(long seed) {
    ExperimentGenerator generator = new ExperimentGenerator(seed, new Cast(), false);
    generator.fill();
    return List.copyOf(generator.script.steps());
  }

  private void fill() {
    if (random.nextInt(4) != 0) {
      Kind kind = script.oneOf(List.of(Kind.TCP, Kind.TCP, Kind.TCP, Kind.STREAM, Kind.SEQPACKET));
      conversations.listener(script.actors.getFirst(), kind);
    }
    int count = 14 + random.nextInt(34);
    // What a step would do may make no sense, and then none is written.
    for (int tries = 0; tries < 3 * count && script.steps().size() < count; tries++) {
      Actor actor = script.oneOf(script.actors);
      if (actor.killed) {
        continue;
      }
      if (actor.stopped) {
        actor.stopped = false;
        script.line("kill -CONT " + actor.name);
        continue;
      }
      step(actor);
    }
    for (Actor actor : script.actors) {
      if (actor.stopped) {
        actor.stopped = false;
        script.line("kill -CONT " + actor.name);
      }
    }
  }

  /** All that is left is closed, so that the next experiment finds the programs as new. */
  private void end() {
    script.line(QUIET);
    // A child ends with its parent.
    for (Actor actor : script.actors.reversed()) {
      if (actor.killed) {
        continue;
      }
      if (actor.role.isEmpty()) {
        script.line("kill -KILL " + actor.name);
        continue;
      }
      actor.open.forEach((name, thing) -> {
        if (thing.asleep) {
          script.add(actor, thing, "shutdown(" + name + ", SHUT_RDWR)");
        }
        script.add(actor, thing, "close(" + name + ")");
      });
    }
  }

  private void step(Actor actor) {
    if (actor.open.isEmpty() || random.nextInt(6 + 5 * actor.open.size()) == 0) {
      create(actor);
      return;
    }
    if (script.actors.size() > 1 && script.steps().size() > 6) {
      if (random.nextInt(80) == 0) {
        signal(actor);
        return;
      }
      if (random.nextInt(300) == 0) {
        fork(actor);
        return;
      }
    }
    Actor other = script.oneOf(script.actors);
    if (random.nextInt(20) == 0 && !other.killed && !other.stopped) {
      if (random.nextInt(3) == 0) {
        conversations.pass(actor, other);
      } else {
        conversations.connection(actor, other);
      }
      return;
    }
    String name = script.oneOf(List.copyOf(actor.open.keySet()));
    act(actor, random.nextInt(60) == 0 ? "99" : name, actor.open.get(name));
  }

  private void signal(Actor actor) {
    if (random.nextBoolean()) {
      actor.stopped = true;
      script.line("kill -STOP " + actor.name);
    } else if (script.actors.stream().filter(one -> !one.killed).count() > 1) {
      actor.killed = true;
      script.line("kill -KILL " + actor.name);
      script.actors.stream()
          .filter(child -> child.name.startsWith(actor.name + "."))
          .forEach(child -> child.killed = true);
      if (!actor.role.isEmpty()) {
        script.cast.kill(actor.role);
      }
    }
  }

  private void fork(Actor actor) {
    if (script.actors.size() < 4 && actor.open.values().stream().noneMatch(one -> one.asleep)) {
      Actor child = actor.child(script.cast.child(actor.name));
      script.line(actor.name + ": fork()");
      script.actors.add(child);
    }
  }

  private void create(Actor actor) {
    boolean blocking = random.nextInt(3) == 0;
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4, 5 -> script.make(actor, Kind.TCP, script.family(), blocking);
      case 6, 7, 8 -> script.make(actor, Kind.UDP, script.family(), blocking);
      case 9, 10, 11 -> script.make(actor, unixKind(), "", blocking);
      case 12 -> {
        String name = actor.begin(new Thing(Kind.EVENTFD, false));
        String flags = script.chance(3) ? "EFD_NONBLOCK|EFD_SEMAPHORE" : "EFD_NONBLOCK";
        script.line(
            "%s: %s = eventfd(%d, %s)".formatted(actor.name, name, random.nextInt(3), flags));
      }
      case 13 -> pair(actor, Kind.PIPE_END, "pipe2(O_NONBLOCK)", false);
      default -> {
        Kind kind = unixKind();
        pair(actor, kind, "socketpair(AF_UNIX, " + Script.type(kind, true) + ", 0)", true);
      }
    }
  }

  private Kind unixKind() {
    return script.oneOf(List.of(Kind.STREAM, Kind.DGRAM, Kind.SEQPACKET));
  }

  private void pair(Actor actor, Kind kind, String call, boolean blocking) {
    Thing one = new Thing(kind, blocking);
    Thing other = new Thing(kind, blocking);
    one.connected = true;
    other.connected = true;
    String first = actor.begin(one);
    String second = actor.begin(other);
    script.line("%s: %s, %s = %s".formatted(actor.name, first, second, call));
  }

  private void act(Actor actor, String name, Thing thing) {
    int dice = random.nextInt(100);
    if (dice < 25 && thing.kind.socket()) {
      opening(actor, name, thing);
    } else if (dice < 48) {
      data.send(actor, name, thing);
    } else if (dice < 68) {
      data.receive(actor, name, thing);
    } else if (dice < 76) {
      ending(actor, name, thing);
    } else {
      asking.ask(actor, name, thing);
    }
  }

  private void opening(Actor actor, String name, Thing socket) {
    if (socket.listening && random.nextInt(6) != 0) {
      accept(actor, name, socket);
      return;
    }
    switch (random.nextInt(socket.kind.connects() ? 10 : 8)) {
      case 0, 1 -> {
        String address = address(socket, 4);
        script.add(actor, socket, "bind(" + name + ", " + address + ")");
        socket.bound = socket.bound == null ? address : socket.bound;
      }
      case 2 -> {
        script.add(actor, socket, "listen(" + name + ", " + random.nextInt(3) + ")");
        socket.listening |= socket.kind.connects() && !socket.connected;
      }
      case 3 -> {
        script.add(actor, socket, "connect(" + name + ", AF_UNSPEC)");
        socket.connected = false;
        socket.listening = false;
      }
      default -> connect(actor, name, socket);
    }
  }

  private String address(Thing socket, int odd) {
    return socket.kind.unix()
        ? script.path()
        : script.host(script.family()) + ":" + script.port(odd);
  }

  private void accept(Actor actor, String name, Thing socket) {
    if (socket.blocking) {
      return;
    }
    String call = random.nextBoolean() ? "accept(" : "accept4(";
    String flags = call.equals("accept4(") ? ", SOCK_NONBLOCK" : "";
    @Nullable String bound = socket.bound;
    String given = "";
    if (bound != null && conversations.waitingAt(bound) > 0) {
      conversations.taken(bound);
      Thing accepted = new Thing(socket.kind, call.equals("accept("));
      accepted.connected = true;
      given = actor.begin(accepted) + " = ";
    }
    script.add(actor, socket, given + call + name + flags + ")");
  }

  /** Where a backlog may be full, only a socket that does not wait. */
  private void connect(Actor actor, String name, Thing socket) {
    String address = address(socket, 8);
    if (socket.kind.connects() && socket.blocking && conversations.waitingAt(address) > 0) {
      return;
    }
    script.add(actor, socket, "connect(" + name + ", " + address + ")");
    if (socket.kind.connects() && !socket.connected && !socket.listening) {
      conversations.comes(address);
    }
    socket.connected = true;
  }

  private void ending(Actor actor, String name, Thing thing) {
    if (thing.kind.socket() && random.nextInt(3) != 0) {
      script.add(actor, thing, "shutdown(" + name + ", " + script.oneOf(HOW) + ")");
    } else if (!thing.asleep) {
      if (thing.kind == Kind.TCP && random.nextInt(3) == 0) {
        script.add(actor, thing, "setsockopt(" + name + ", SOL_SOCKET, SO_LINGER, {1, 0})");
      }
      script.add(actor, thing, "close(" + name + ")");
      actor.open.remove(name);
    }
    if (inAFolder(thing) && script.chance(3)) {
      script.line(actor.name + ": unlink(" + thing.bound + ")");
    }
  }

  /** An abstract name has no file. */
  private static boolean inAFolder(Thing thing) {
    return thing.kind.unix() && thing.bound != null && !thing.bound.startsWith("unix:@");
  }
}
