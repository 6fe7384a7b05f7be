package socketscope.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.code.Handle.Kind;
import socketscope.code.Program.Line;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketKind.Family;

/**
 * Writes calls with the library that a language has of its own for sockets: Python's module socket,
 * and java.nio. They make some calls otherwise than the experiment did, or refuse them without
 * asking the kernel; a program with such a call is written with the C library, all of it.
 */
final class OwnLibrary {

  /** What fits into sun_path, with its null byte. */
  private static final int MOST_PATH = 108;

  /** Between two literals of Java, which are one. */
  private static final Pattern LITERALS = Pattern.compile("(?<=[^\\\\])\" \\+ \"");

  private final Dialect dialect;
  private final Script script;
  private final Set<String> bound = new HashSet<>();
  private final Set<String> listening = new HashSet<>();
  private final Set<String> connected = new HashSet<>();
  private final Set<String> over = new HashSet<>();

  private OwnLibrary(Dialect dialect, Script script) {
    this.dialect = dialect;
    this.script = script;
  }

  /** Whether that library makes every call of the program as the experiment did. */
  static boolean makes(Dialect dialect, Script script) {
    OwnLibrary library = new OwnLibrary(dialect, script);
    return script.threads().isEmpty() && script.steps().stream().allMatch(library::makes);
  }

  private boolean makes(Step step) {
    boolean plain =
        Template.exists(dialect, step.function().cName())
            && !step.hasPointer()
            && (step.made().server() == null ? step.result() != null : !step.failed())
            && (step.on() == null || step.on().variable() && step.on().open())
            && hasPlainLengths(step)
            && hasOwnAddress(step)
            && tellsPlainly(step);
    return plain && (dialect == Dialect.NIO ? nioMakes(step) : moduleMakes(step));
  }

  /** Whether it leaves to the library how long things are. */
  private static boolean hasPlainLengths(Step step) {
    if (step.receives()
        && !(step.given(1) instanceof Argument.Number(long size)
            && size > 0
            && size <= LibraryCall.MOST_ROOM)) {
      return false;
    }
    List<Parameter> parameters = step.function().parameters();
    return step.is(Function.IOCTL)
        || IntStream.range(0, step.call().arguments().size())
            .noneMatch(i -> parameters.get(i).optional());
  }

  /** Whether an address is one of the socket's family, in a form that the library takes. */
  private static boolean hasOwnAddress(Step step) {
    return switch (step.made().address()) {
      case null -> true;
      case SocketAddress.Unix unix when unix.name().length() >= MOST_PATH -> false;
      case SocketAddress.Other _ -> false;
      case SocketAddress address -> step.on() == null || step.on().family() == family(address);
    };
  }

  private static Family family(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> Family.INET;
      case SocketAddress.Inet6 _ -> Family.INET6;
      case SocketAddress.Unix _ -> Family.UNIX;
      case SocketAddress.Other _ -> Family.OTHER;
    };
  }

  /** Whether the kernel tells what the library tells. */
  private static boolean tellsPlainly(Step step) {
    boolean names = step.is(Function.ACCEPT, Function.GETSOCKNAME, Function.GETPEERNAME);
    return !step.succeeded()
        || !names
        || step.made().told().filter(told -> !(told instanceof SocketAddress.Other)).isPresent();
  }

  private static boolean moduleMakes(Step step) {
    return switch (step.function()) {
      case SOCKETPAIR, DUP -> step.failed() || !step.handles().isEmpty();
      case FCNTL -> step.creates() == null;
      case LISTEN -> !step.argument(1).startsWith("-");
      case UNLINK ->
          !(step.made().address() instanceof SocketAddress.Unix(boolean hidden, _)) || !hidden;
      // With MSG_TRUNC the library returns more bytes than the kernel wrote.
      case RECV, RECVFROM -> !step.call().hasFlag("MSG_TRUNC");
      case GETSOCKOPT -> OptionLayout.of(step).equals(OptionLayout.INT);
      default -> true;
    };
  }

  private boolean nioMakes(Step step) {
    Handle on = step.on();
    if (on == null) {
      Handle made = step.creates();
      return made != null
          && made.isInternet()
          && made.kind() != Kind.OTHER
          && step.call().constant("type").filter(OwnLibrary::hasNoBits).isPresent();
    }
    String name = on.text();
    if (over.contains(name)) {
      return step.is(Function.CLOSE) && step.succeeded();
    }
    if (step.is(Function.CONNECT) && step.errno().equals("ECONNREFUSED") && on.isStream()) {
      // Java closes the channel.
      return !connected.contains(name) && over.add(name);
    }
    if (step.failed()) {
      return false;
    }
    if (step.result() == null) {
      return true;
    }
    boolean datagram = on.kind() == Kind.DATAGRAM;
    boolean linked =
        connected.contains(name) || step.made().server() != null && on.kind() == Kind.STREAM;
    return switch (step.function()) {
      case BIND -> bound.add(name) && (on.kind() != Kind.LISTENER || backlog(on) > 0);
      case LISTEN ->
          on.kind() == Kind.LISTENER
              && bound.contains(name)
              && listening.add(name)
              && backlog(on) > 0;
      case ACCEPT -> {
        if (step.creates() != null) {
          connected.add(step.creates().text());
        }
        yield listening.contains(name) && isShownAlike(step);
      }
      case CONNECT -> connected.add(name) && on.kind() != Kind.LISTENER;
      case SEND, WRITE -> linked && hasNoFlags(step);
      case SENDTO -> {
        bound.add(name);
        yield datagram && !linked && hasNoFlags(step);
      }
      case RECV, READ -> linked && hasNoFlags(step);
      case RECVFROM -> datagram && !linked && hasNoFlags(step) && isShownAlike(step);
      // After SHUT_RD Java receives nothing more, the kernel what is there.
      case SHUTDOWN -> linked && on.isStream() && step.call().is("how", "SHUT_WR");
      case GETSOCKNAME -> (linked || bound.contains(name)) && isShownAlike(step);
      case GETPEERNAME -> linked && isShownAlike(step);
      default -> true;
    };
  }

  /** What its listen() is given; 0 where it makes none that the library makes. */
  private int backlog(Handle on) {
    return script.steps().stream()
        .filter(step -> step.is(Function.LISTEN) && step.succeeded())
        .filter(step -> on.equals(step.on()) && step.argument(1).matches("\\d{1,5}"))
        .mapToInt(step -> Integer.parseInt(step.argument(1)))
        .findFirst()
        .orElse(0);
  }

  private static boolean hasNoFlags(Step step) {
    return step.call()
        .constant("flags")
        .filter(flags -> flags.number() != 0 && !flags.spelled().equals("MSG_NOSIGNAL"))
        .isEmpty();
  }

  private static boolean hasNoBits(Constant type) {
    return type.equals(type.withoutBits());
  }

  /** Java shortens addresses of IPv4 in the form of IPv6, and no others. */
  private static boolean isShownAlike(Step step) {
    return step.made()
        .told()
        .filter(
            told -> !(told instanceof SocketAddress.Inet6 six) || six.loopback() || six.wildcard())
        .filter(told -> !told.toString().contains("ffff"))
        .isPresent();
  }

  /** The lines that make a call and print it. */
  static List<Line> write(Dialect dialect, Scope scope, Script script, Step step) {
    return new OwnLibrary(dialect, script).write(scope, step);
  }

  private List<Line> write(Scope scope, Step step) {
    Set<Long> calls = Set.of(step.callId());
    Map<String, Object> values = values(scope, step);
    String section = step.function().cName();
    Handle on = step.on();
    if (step.is(Function.BIND) && on.kind() == Kind.LISTENER && dialect == Dialect.NIO) {
      section = "bind.listener";
      values.put("backlog", backlog(on));
    }
    List<Line> lines = lines(section, values, scope, calls);
    if (!step.failed()) {
      return lines;
    }
    values.put("body", lines);
    values.put("errno", step.errno());
    return lines("attempt", values, scope, calls);
  }

  private List<Line> lines(
      String section, Map<String, Object> values, Scope scope, Set<Long> calls) {
    return Template.lines(Template.of(dialect, section), values, scope, calls).stream()
        .map(line -> new Line(LITERALS.matcher(line.text()).replaceAll(""), line.calls()))
        .toList();
  }

  private Map<String, Object> values(Scope scope, Step step) {
    boolean nio = dialect == Dialect.NIO;
    Map<String, Object> values = new HashMap<>();
    Handle on = step.on();
    List<Argument> arguments = step.call().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      values.put("" + i, dialect.constant(arguments.get(i).toString()));
    }
    List<PrintedCall.Piece> call = PrintedCall.of(closing(step));
    values.put("call", nio ? dialect.text(call) : dialect.inner(call));
    values.put("end", script.hasThreads() ? "\\n\", end=\"\")" : "\")");
    values.put("on", on == null ? "" : on.text());
    List<Handle> made = step.handles();
    values.put("made", made.isEmpty() ? "made" : made.getFirst().text());
    values.put("second", made.size() < 2 ? "other" : made.getLast().text());
    values.put("told", step.keeps() == null ? name(scope, "told", step) : step.keeps());
    values.put("buffer", name(scope, "buffer", step));
    values.put("count", name(scope, "count", step));
    values.put("target", step.target() == null ? "" : target(step.target()));
    values.put("data", data(step.data()));
    values.put("size", step.receives() ? step.argument(1) : "");
    Constant flags = step.call().constant("flags").filter(f -> f.number() != 0).orElse(null);
    values.put("flags", flags == null ? "" : ", " + dialect.constant(flags.text()));
    boolean from = step.result() != null && step.result().address() != null;
    values.put("from", from ? " from {address_text(" + values.get("told") + ")}" : "");
    values.put("number", step.given(2) instanceof Argument.Number(long number) ? (int) number : 0);
    if (step.is(Function.SETSOCKOPT)) {
      values.put("value", option(step, Objects.requireNonNull(step.given(3))));
    }
    if (step.creates() != null) {
      values.put("type", type(step.creates()));
      values.put("family", step.creates().family().name());
    }
    return values;
  }

  /** Python forgets the number of a socket as it closes it, so it is kept. */
  private static Step closing(Step step) {
    return step.is(Function.CLOSE) && step.on() != null
        ? new Step(
            step.made(),
            step.on().closed(),
            null,
            List.of(),
            List.of(step.on().closed()),
            Map.of(),
            List.of(),
            null)
        : step;
  }

  /** Java wants a new name for each value. */
  private String name(Scope scope, String base, Step step) {
    boolean used =
        Template.of(dialect, step.function().cName()).stream()
            .anyMatch(line -> line.contains("${" + base + "}"));
    return dialect == Dialect.NIO && used ? scope.fresh(base, base + step.callId()) : base;
  }

  private static String type(Handle handle) {
    return switch (handle.kind()) {
      case LISTENER -> "ServerSocketChannel";
      case DATAGRAM -> "DatagramChannel";
      case STREAM, OTHER -> "SocketChannel";
    };
  }

  private String target(Target target) {
    return switch (target) {
      case Target.Told told -> told.variable();
      case Target.Fixed(SocketAddress.Unix unix, _) -> {
        String path = Quoted.plain(unix.name()).orElse("");
        byte[] hidden =
            ("\0" + new String(unix.name().toArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        yield unix.abstractName() || path.isEmpty()
            ? dialect.bytes(unix.abstractName() ? Bytes.copyOf(hidden) : unix.name())
            : Quoted.literal(path);
      }
      case Target.Fixed fixed ->
          (dialect == Dialect.NIO ? "new InetSocketAddress" : "")
              + "(\""
              + fixed.host()
              + "\", "
              + fixed.port()
              + ")";
    };
  }

  private String data(Bytes bytes) {
    Bytes unit = Quoted.isLong(bytes) ? Quoted.pattern(bytes).orElse(null) : null;
    if (unit == null) {
      return dialect.bytes(bytes);
    }
    if (dialect == Dialect.NIO) {
      return "repeated(" + dialect.bytes(unit) + ", " + bytes.length() + ")";
    }
    int times = (bytes.length() + unit.length() - 1) / unit.length();
    String all = dialect.bytes(unit) + " * " + times;
    return bytes.length() % unit.length() == 0 ? all : "(" + all + ")[:" + bytes.length() + "]";
  }

  private String option(Step step, Argument value) {
    OptionLayout form = OptionLayout.of(step);
    return switch (value) {
      case Argument.Number(long number) -> "" + (int) number;
      case Argument.Named(Constant constant) -> dialect.constant(constant.text());
      case Argument.Structure structure when form.fits(value) ->
          "struct.pack(\"%s\", %s)"
              .formatted(
                  (form.width() > Integer.BYTES ? "l" : "i").repeat(form.fields().size()),
                  structure.numbers().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")));
      default -> dialect.bytes(OptionLayout.bytes(step, value));
    };
  }
}
