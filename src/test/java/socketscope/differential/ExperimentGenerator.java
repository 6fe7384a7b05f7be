package socketscope.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes random experiments, weighted towards the odd: sockets that are used again, AF_UNSPEC, half
 * closed connections, both directions, copies of descriptors, calls in a wrong order, programs that
 * are stopped and killed, small buffers, every kind of option.
 *
 * <p>It keeps a rough idea of what is open, so that most steps mean something; where it is wrong,
 * the kernel says so. It makes no step that keeps the experiment waiting.
 */
final class ExperimentGenerator {

  /** What the number is thought to stand for. */
  private enum Kind {
    TCP,
    UDP,
    UNIX,
    EPOLL
  }

  private static final class Open {
    private final Kind kind;
    private final boolean blocking;
    private @Nullable String bound;
    private boolean listening;
    private @Nullable String peer;

    /** A call may sleep on it: others are made by a second thread. */
    private boolean asleep;

    Open(Kind kind, boolean blocking) {
      this.kind = kind;
      this.blocking = blocking;
    }
  }

  private static final class Program {
    private final String name;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private int named;
    private boolean stopped;
    private boolean killed;

    Program(String name) {
      this.name = name;
    }

    /** A name of its own for something new. */
    String begin(Open what) {
      named++;
      String given = "s" + named;
      open.put(given, what);
      return given;
    }
  }

  private static final List<String> TEXTS = List.of("\"hola\"", "\"x\"", "\"\"", "\"uno dos\"");
  private static final List<String> HOW = List.of("SHUT_RD", "SHUT_WR", "SHUT_RDWR");

  private static final List<String> SWITCHES =
      List.of(
          "SOL_SOCKET, SO_REUSEADDR",
          "SOL_SOCKET, SO_REUSEPORT",
          "SOL_SOCKET, SO_KEEPALIVE",
          "SOL_SOCKET, SO_OOBINLINE",
          "SOL_SOCKET, SO_DONTROUTE",
          "IPPROTO_TCP, TCP_NODELAY",
          "IPPROTO_TCP, TCP_CORK",
          "IPPROTO_TCP, TCP_QUICKACK",
          "IPPROTO_TCP, TCP_DEFER_ACCEPT",
          "IPPROTO_IP, IP_RECVTTL",
          "IPPROTO_IP, IP_RECVERR");

  private static final List<String> ASKED =
      List.of(
          "SOL_SOCKET, SO_ERROR",
          "SOL_SOCKET, SO_TYPE",
          "SOL_SOCKET, SO_ACCEPTCONN",
          "SOL_SOCKET, SO_SNDBUF",
          "SOL_SOCKET, SO_RCVBUF",
          "IPPROTO_TCP, TCP_MAXSEG",
          "IPPROTO_TCP, TCP_NODELAY");

  private final Random random;
  private final String host;
  private final List<Program> programs = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  /** How many connections wait at a port. */
  private final Map<String, Integer> waiting = new HashMap<>();

  private ExperimentGenerator(Random random) {
    this.random = random;
    this.host = random.nextInt(3) == 0 ? "[::1]" : "127.0.0.1";
    programs.add(new Program("server"));
    int others = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 1; i <= others; i++) {
      programs.add(new Program(i == 1 ? "client" : "client" + i));
    }
  }

  /** The lines of the steps of that seed's experiment. */
  static List<String> steps(long seed) {
    ExperimentGenerator generator = new ExperimentGenerator(new Random(seed));
    generator.fill();
    return List.copyOf(generator.steps);
  }

  /**
   * One of a single program, which connects to itself and gets no signals: it can be repeated call
   * by call. Of several programs one may come to a call earlier when they are repeated, and is
   * answered otherwise, where none waits for the other.
   */
  static List<String> stepsOfOne(long seed) {
    ExperimentGenerator generator = new ExperimentGenerator(new Random(seed));
    generator.programs.removeIf(program -> !program.name.equals("server"));
    generator.fill();
    return List.copyOf(generator.steps);
  }

  private void fill() {
    if (random.nextInt(4) != 0) {
      listener(programs.getFirst(), 1 + random.nextInt(4));
    }
    int count = 12 + random.nextInt(34);
    while (steps.size() < count) {
      Program program = oneOf(programs);
      if (program.killed) {
        continue;
      }
      if (program.stopped) {
        program.stopped = false;
        steps.add("kill -CONT " + program.name);
        continue;
      }
      step(program);
    }
    for (Program program : programs) {
      if (program.stopped) {
        steps.add("kill -CONT " + program.name);
      }
    }
  }

  private void listener(Program program, int backlog) {
    String number = make(program, Kind.TCP, "SOCK_STREAM|SOCK_NONBLOCK", false);
    Open socket = program.open.get(number);
    add(program, socket, "bind(" + number + ", " + host + ":p)");
    add(program, socket, "listen(" + number + ", " + backlog + ")");
    socket.bound = host + ":p";
    socket.listening = true;
  }

  private void step(Program program) {
    if (program.open.isEmpty() || random.nextInt(4 + 5 * program.open.size()) == 0) {
      create(program);
      return;
    }
    if (programs.size() > 1 && random.nextInt(60) == 0 && steps.size() > 6) {
      signal(program);
      return;
    }
    String number = oneOf(List.copyOf(program.open.keySet()));
    act(program, random.nextInt(60) == 0 ? "99" : number, program.open.get(number));
  }

  private void signal(Program program) {
    if (random.nextBoolean()) {
      program.stopped = true;
      steps.add("kill -STOP " + program.name);
    } else {
      program.killed = programs.stream().filter(one -> !one.killed).count() > 1;
      if (program.killed) {
        steps.add("kill -KILL " + program.name);
      }
    }
  }

  private void create(Program program) {
    boolean blocking = random.nextInt(3) == 0;
    String nonBlocking = blocking ? "" : "|SOCK_NONBLOCK";
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> make(program, Kind.TCP, "SOCK_STREAM" + nonBlocking, blocking);
      case 5, 6, 7 -> make(program, Kind.UDP, "SOCK_DGRAM" + nonBlocking, blocking);
      default -> {
        String type = oneOf(List.of("SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET"));
        String first = program.begin(new Open(Kind.UNIX, true));
        String second = program.begin(new Open(Kind.UNIX, true));
        steps.add(
            program.name
                + ": "
                + first
                + ", "
                + second
                + " = socketpair(AF_UNIX, "
                + type
                + ", 0)");
      }
    }
  }

  private String make(Program program, Kind kind, String type, boolean blocking) {
    String number = program.begin(new Open(kind, blocking));
    String family = host.startsWith("[") ? "AF_INET6" : "AF_INET";
    steps.add(program.name + ": " + number + " = socket(" + family + ", " + type + ", 0)");
    return number;
  }

  private void act(Program program, String number, Open socket) {
    int dice = random.nextInt(100);
    if (dice < 30) {
      opening(program, number, socket);
    } else if (dice < 55) {
      sending(program, number, socket);
    } else if (dice < 75) {
      receiving(program, number, socket);
    } else if (dice < 84) {
      ending(program, number, socket);
    } else {
      asking(program, number, socket);
    }
  }

  private void opening(Program program, String number, Open socket) {
    if (socket.kind == Kind.UNIX) {
      sending(program, number, socket);
      return;
    }
    if (socket.listening && random.nextInt(6) != 0) {
      accept(program, number, socket);
      return;
    }
    switch (random.nextInt(socket.kind == Kind.UDP ? 8 : 10)) {
      case 0, 1 -> {
        String address = anyPort(true);
        add(program, socket, "bind(" + number + ", " + address + ")");
        socket.bound = address;
      }
      case 2 -> {
        add(program, socket, "listen(" + number + ", " + random.nextInt(3) + ")");
        socket.listening |= socket.kind == Kind.TCP && socket.peer == null;
      }
      case 3 -> {
        add(program, socket, "connect(" + number + ", AF_UNSPEC)");
        socket.peer = null;
        socket.listening = false;
      }
      default -> connect(program, number, socket);
    }
  }

  private void accept(Program program, String number, Open socket) {
    String call = random.nextBoolean() ? "accept(" : "accept4(";
    String flags = call.equals("accept4(") ? ", SOCK_NONBLOCK" : "";
    int waits = socket.bound == null ? 0 : waiting.getOrDefault(socket.bound, 0);
    if (socket.blocking) {
      return;
    }
    String name = "";
    if (waits > 0) {
      waiting.put(socket.bound, waits - 1);
      Open accepted = new Open(Kind.TCP, call.equals("accept("));
      accepted.peer = "somebody";
      name = program.begin(accepted) + " = ";
    }
    add(program, socket, name + call + number + flags + ")");
  }

  /** Where a backlog may be full, only a socket that does not wait. */
  private void connect(Program program, String number, Open socket) {
    String address = anyPort(false);
    if (socket.kind == Kind.TCP && socket.blocking && waiting.getOrDefault(address, 0) > 0) {
      return;
    }
    add(program, socket, "connect(" + number + ", " + address + ")");
    if (socket.kind == Kind.TCP && socket.peer == null && !socket.listening) {
      waiting.merge(address, 1, Integer::sum);
    }
    socket.peer = address;
  }

  private String anyPort(boolean own) {
    return host
        + ":"
        + (random.nextInt(own ? 4 : 8) == 0 ? "r" : random.nextInt(3) == 0 ? "q" : "p");
  }

  private void sending(Program program, String number, Open socket) {
    String text =
        random.nextInt(12) == 0 ? "\"x\" * " + (1 + random.nextInt(70_000)) : oneOf(TEXTS);
    String flags =
        oneOf(
            List.of(
                "MSG_DONTWAIT",
                "MSG_DONTWAIT",
                "MSG_DONTWAIT|MSG_NOSIGNAL",
                "MSG_DONTWAIT|MSG_MORE",
                "MSG_DONTWAIT|MSG_OOB",
                "MSG_DONTWAIT|MSG_EOR"));
    switch (random.nextInt(socket.kind == Kind.UDP ? 6 : 9)) {
      case 0, 1, 2 ->
          add(
              program,
              socket,
              socket.kind == Kind.UNIX
                  ? "send(" + number + ", " + text + ", " + flags + ")"
                  : "sendto(" + number + ", " + text + ", " + flags + ", " + anyPort(false) + ")");
      case 3 ->
          add(
              program,
              socket,
              "sendmsg(" + number + ", {msg_iov=[" + text + ", \"y\"]}, MSG_DONTWAIT)");
      default -> add(program, socket, "send(" + number + ", " + text + ", " + flags + ")");
    }
  }

  private void receiving(Program program, String number, Open socket) {
    int size = random.nextInt(5) == 0 ? random.nextInt(4) : 100;
    String flags =
        oneOf(
            List.of(
                "MSG_DONTWAIT",
                "MSG_DONTWAIT",
                "MSG_DONTWAIT",
                "MSG_DONTWAIT|MSG_PEEK",
                "MSG_DONTWAIT|MSG_TRUNC",
                "MSG_DONTWAIT|MSG_OOB"));
    switch (random.nextInt(5)) {
      case 0, 1 -> add(program, socket, "recv(" + number + ", " + size + ", " + flags + ")");
      case 2 -> add(program, socket, "recvfrom(" + number + ", " + size + ", " + flags + ")");
      case 3 -> add(program, socket, "recvmsg(" + number + ", {msg_iov=[2, 50]}, MSG_DONTWAIT)");
      default -> {
        if (socket.blocking && !socket.asleep && !socket.listening) {
          add(program, socket, "recv(" + number + ", " + size + ") ...");
          socket.asleep = true;
        }
      }
    }
  }

  private void ending(Program program, String number, Open socket) {
    if (random.nextInt(3) != 0) {
      add(program, socket, "shutdown(" + number + ", " + oneOf(HOW) + ")");
    } else if (!socket.asleep) {
      if (socket.kind == Kind.TCP && random.nextInt(3) == 0) {
        add(program, socket, "setsockopt(" + number + ", SOL_SOCKET, SO_LINGER, {1, 0})");
      }
      add(program, socket, "close(" + number + ")");
      program.open.remove(number);
    }
  }

  private void asking(Program program, String number, Open socket) {
    switch (random.nextInt(10)) {
      case 0 -> add(program, socket, "getsockname(" + number + ")");
      case 1 -> add(program, socket, "getpeername(" + number + ")");
      case 2, 3 -> add(program, socket, "getsockopt(" + number + ", " + oneOf(ASKED) + ")");
      case 4, 5 ->
          add(
              program,
              socket,
              "setsockopt(" + number + ", " + oneOf(SWITCHES) + ", " + random.nextInt(2) + ")");
      case 6 ->
          add(
              program,
              socket,
              "setsockopt("
                  + number
                  + ", SOL_SOCKET, "
                  + (random.nextBoolean() ? "SO_RCVBUF" : "SO_SNDBUF")
                  + ", "
                  + random.nextInt(20_000)
                  + ")");
      case 7 -> steps.add(program.name + ": poll([{" + number + ", POLLIN|POLLOUT}], 0)");
      case 8 -> add(program, socket, "ioctl(" + number + ", FIONREAD)");
      default -> {
        String copy = program.begin(socket);
        add(program, socket, copy + " = dup(" + number + ")");
      }
    }
  }

  /** A call on a socket that another may sleep on is made by a second thread. */
  private void add(Program program, Open socket, String call) {
    steps.add(program.name + (socket.asleep ? "/2" : "") + ": " + call);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
