package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.Role;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.ui.model.Plan;
import socketscope.ui.pane.Choice.ChoiceGroup;

/** What is offered for an argument. Anything else can be typed. */
final class Choices {

  private final Plan plan;
  private final ProgramStatus program;

  Choices(Plan plan, ProgramStatus program) {
    this.plan = plan;
    this.program = program;
  }

  /** The choices for an argument of that function, in groups. */
  List<ChoiceGroup> of(Function function, Parameter parameter) {
    List<ChoiceGroup> groups = new ArrayList<>(usual(function, parameter));
    List<Choice> wrong = new ArrayList<>(wrong(parameter));
    List<Parameter> required =
        function.parameters().stream().filter(each -> !each.optional()).toList();
    if (parameter.equals(required.getLast())) {
      wrong.addAll(behind(function, parameter));
    }
    if (!wrong.isEmpty()) {
      groups.add(new ChoiceGroup("choices.wrong", wrong));
    }
    return groups;
  }

  private List<ChoiceGroup> usual(Function function, Parameter parameter) {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> List.of(new ChoiceGroup("", descriptors(parameter)));
      case ADDRESS -> List.of(new ChoiceGroup("", addresses(function, parameter)));
      case DATA -> List.of(new ChoiceGroup("", data(parameter)));
      case SIZE -> List.of(plain(parameter, "1", "4", "1024", "65536"));
      case NUMBER -> List.of(numbers(function, parameter));
      case VALUE ->
          List.of(plain(parameter, "0", "1", "4096", "{1, 0}", "{0, 500000}", "\"reno\""));
      case SEQUENCE ->
          function == Function.POLL
              ? List.of(new ChoiceGroup("", watches(parameter)))
              : List.of();
      case WORD -> List.of(plain(parameter, "0", "O_NONBLOCK", "100"));
      case CONSTANT -> constants(function, parameter);
      case ROOM, REQUEST, POINTER, STRUCTURE, PATH, CONTROL -> List.of();
      case ENTRIES -> List.of(plain(parameter, "1", "8"));
    };
  }

  private static ChoiceGroup plain(Parameter parameter, String... texts) {
    return new ChoiceGroup(
        "", Stream.of(texts).map(text -> Choice.of(parameter.name(), text, "")).toList());
  }

  private static ChoiceGroup known(Parameter parameter, String... texts) {
    return numbers(parameter, "choice.", texts);
  }

  private static ChoiceGroup numbers(Parameter parameter, String prefix, String... texts) {
    return new ChoiceGroup(
        "",
        Stream.of(texts).map(text -> Choice.of(parameter.name(), text, prefix + text)).toList());
  }

  private static ChoiceGroup flags(Parameter parameter, String... texts) {
    return new ChoiceGroup(
        "choices.flags",
        Stream.of(texts).map(text -> Choice.flag(parameter.name(), text)).toList());
  }

  private List<Choice> descriptors(Parameter parameter) {
    return program.sockets().stream()
        .filter(socket -> !socket.closed())
        .map(socket -> {
          String text = Integer.toString(socket.descriptor());
          return new Choice(
              text, "", about(socket), Map.of(parameter.name(), text), Choice.Way.REPLACES);
        })
        .toList();
  }

  private static String about(SocketStatus socket) {
    String state = socket.state() == null ? "" : socket.state().name();
    return Stream.of(socket.type(), Objects.toString(socket.local(), ""), state)
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + "  " + other)
        .orElse("");
  }

  private List<Choice> addresses(Function function, Parameter parameter) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of(parameter.name(), plan.address(Role.SERVER), "choice.address.server"));
    choices.add(Choice.of(parameter.name(), plan.address(Role.CLIENT), "choice.address.client"));
    if (plan.exchange().overIp() && function == Function.BIND) {
      String any = plan.address(Role.SERVER).replaceFirst(":\\d+$", ":0");
      choices.add(Choice.of(parameter.name(), any, "choice.address.any-port"));
    }
    if (function == Function.CONNECT) {
      choices.add(Choice.of(parameter.name(), "AF_UNSPEC", "choice.address.unspecified"));
    }
    return choices.stream().distinct().toList();
  }

  private List<Choice> data(Parameter parameter) {
    List<Choice> choices = new ArrayList<>();
    if (!plan.data().equals("\"hola\"")) {
      choices.add(Choice.of(parameter.name(), plan.data(), "choice.data.usual"));
    }
    choices.add(Choice.of(parameter.name(), "\"hola\"", "choice.data.text"));
    choices.add(Choice.of(parameter.name(), "\"¡hola!\\n\"", "choice.data.escapes"));
    choices.add(Choice.of(parameter.name(), "hex:00ff10", "choice.data.hex"));
    choices.add(Choice.of(parameter.name(), "\"x\" * 100000", "choice.data.repeat"));
    choices.add(Choice.of(parameter.name(), "\"x\" * 4000000", "choice.data.fill"));
    choices.add(Choice.of(parameter.name(), "\"\"", "choice.data.nothing"));
    choices.add(new Choice("file:…", "choice.data.file", "", Map.of(), Choice.Way.PICKS_FILE));
    return choices;
  }

  private static ChoiceGroup numbers(Function function, Parameter parameter) {
    return switch (function) {
      case LISTEN -> numbers(parameter, "choice.backlog.", "0", "1", "128");
      case POLL -> numbers(parameter, "choice.timeout.", "0", "1000", "-1");
      default -> plain(parameter, "0", "1", "16");
    };
  }

  private List<Choice> watches(Parameter parameter) {
    List<SocketStatus> open = program.sockets().stream().filter(each -> !each.closed()).toList();
    List<Choice> choices = new ArrayList<>();
    if (open.size() > 1) {
      choices.add(watch(parameter, open, "POLLIN", "choice.watch.all"));
    }
    for (SocketStatus socket : open) {
      choices.add(watch(parameter, List.of(socket), "POLLIN", "choice.watch.in"));
      choices.add(watch(parameter, List.of(socket), "POLLIN|POLLOUT", "choice.watch.both"));
    }
    choices.add(Choice.of(parameter.name(), "[]", "choice.watch.nothing"));
    return choices;
  }

  private static Choice watch(
      Parameter parameter, List<SocketStatus> sockets, String events, String about) {
    String text =
        sockets.stream()
            .map(socket -> "{" + socket.descriptor() + ", " + events + "}")
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return Choice.of(parameter.name(), "[" + text + "]", about);
  }

  private static List<ChoiceGroup> constants(Function function, Parameter parameter) {
    return switch (parameter.name()) {
      case "domain" -> List.of(known(parameter, "AF_INET", "AF_INET6", "AF_UNIX"));
      case "type" ->
          List.of(
              known(parameter, "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET", "SOCK_RAW"),
              flags(parameter, "SOCK_NONBLOCK", "SOCK_CLOEXEC"));
      case "protocol" ->
          List.of(
              numbers(parameter, "choice.protocol.", "0"),
              known(parameter, "IPPROTO_TCP", "IPPROTO_UDP", "IPPROTO_ICMP", "IPPROTO_ICMPV6"));
      case "how" -> List.of(known(parameter, "SHUT_RD", "SHUT_WR", "SHUT_RDWR"));
      case "flags" ->
          function.moves()
              ? List.of(plain(parameter, "0"), flagsOf(function, parameter))
              : named(parameter);
      case "level", "optname" -> SocketOption.groups(function);
      case "op" ->
          function == Function.FCNTL || function == Function.IOCTL
              ? operations(function)
              : named(parameter);
      default -> named(parameter);
    };
  }

  /** The names of the set that the parameter is of. */
  private static List<ChoiceGroup> named(Parameter parameter) {
    List<String> names =
        Constants.local().all(Objects.requireNonNull(parameter.constants())).stream()
            .map(Constant::text)
            .toList();
    return List.of(plain(parameter, names.toArray(String[]::new)));
  }

  private static ChoiceGroup flagsOf(Function function, Parameter parameter) {
    return function.sends()
        ? flags(parameter, "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_OOB", "MSG_MORE")
        : flags(parameter, "MSG_PEEK", "MSG_DONTWAIT", "MSG_WAITALL", "MSG_TRUNC", "MSG_OOB");
  }

  private static List<ChoiceGroup> operations(Function function) {
    return List.of(
        new ChoiceGroup(
            "",
            function == Function.FCNTL
                ? List.of(
                    operation("F_SETFL, O_NONBLOCK", Map.of("op", "F_SETFL", "arg", "O_NONBLOCK")),
                    operation("F_SETFL, 0", Map.of("op", "F_SETFL", "arg", "0")),
                    operation("F_GETFL, 0", Map.of("op", "F_GETFL", "arg", "0")),
                    operation("F_DUPFD, 100", Map.of("op", "F_DUPFD", "arg", "100")))
                : List.of(
                    operation("FIONREAD", Map.of("op", "FIONREAD")),
                    operation("FIONBIO, 1", Map.of("op", "FIONBIO, 1")),
                    operation("SIOCATMARK", Map.of("op", "SIOCATMARK")))));
  }

  private static Choice operation(String shown, Map<String, String> texts) {
    String about = "choice." + shown.replace(", ", ".");
    return new Choice(shown, about, "", texts, Choice.Way.REPLACES);
  }

  /** What the kernel refuses. */
  private static List<Choice> wrong(Parameter parameter) {
    String name = parameter.name();
    return switch (parameter.kind()) {
      case DESCRIPTOR ->
          List.of(
              Choice.of(name, "-1", "choice.descriptor.none"),
              Choice.of(name, "99", "choice.descriptor.closed"),
              Choice.of(name, "0", "choice.descriptor.pipe"));
      case ADDRESS ->
          List.of(
              Choice.of(name, "NULL", "choice.pointer.null"),
              Choice.of(name, "BAD", "choice.pointer.bad"));
      case DATA, SIZE ->
          List.of(
              Choice.of(name, "NULL * 1024", "choice.pointer.null"),
              Choice.of(name, "BAD * 1024", "choice.pointer.bad"));
      case VALUE ->
          List.of(
              Choice.of(name, "NULL, 4", "choice.pointer.null"),
              Choice.of(name, "BAD, 4", "choice.pointer.bad"));
      case SEQUENCE -> List.of(Choice.of(name, "NULL * 1", "choice.pointer.null"));
      case STRUCTURE, PATH -> List.of(Choice.of(name, "NULL", "choice.pointer.null"));
      case CONSTANT, NUMBER, ROOM, REQUEST, WORD, POINTER, CONTROL, ENTRIES -> List.of();
    };
  }

  /** What may stand behind the last argument, given on purpose. */
  private static List<Choice> behind(Function function, Parameter last) {
    List<Parameter> left = function.parameters().stream().filter(Parameter::optional).toList();
    return switch (left.isEmpty() ? Parameter.Kind.DESCRIPTOR : left.getFirst().kind()) {
      case NUMBER -> List.of(follows(last, "2", "choice.length.short"));
      case ROOM ->
          function == Function.GETSOCKOPT
              ? List.of(follows(last, "2", "choice.length.short"), nowhere(last))
              : left.size() < 2
                  ? List.of()
                  : List.of(
                      follows(last, "NULL", "choice.room.unwanted"),
                      follows(last, "4", "choice.room.short"),
                      nowhere(last));
      case POINTER -> List.of(follows(last, "NULL", "choice.pointer.null"));
      default -> List.of();
    };
  }

  private static Choice nowhere(Parameter last) {
    return follows(last, "BAD, 16", "choice.pointer.bad");
  }

  private static Choice follows(Parameter last, String text, String about) {
    return new Choice("…, " + text, about, "", Map.of(last.name(), text), Choice.Way.FOLLOWS);
  }
}
