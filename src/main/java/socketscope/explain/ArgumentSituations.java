package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;

/** What is remarkable about the arguments of a call, whatever socket it is made on. */
final class ArgumentSituations {

  private static final Set<String> READ_ONLY =
      Set.of("SO_TYPE", "SO_ERROR", "SO_ACCEPTCONN", "SO_PROTOCOL", "SO_DOMAIN", "SO_PEERCRED");
  private static final Set<String> STRUCTURES = Set.of("SO_LINGER", "SO_RCVTIMEO", "SO_SNDTIMEO");

  /** No address of any family is longer (struct sockaddr_storage). */
  private static final int LONGEST = 128;

  private static final int LARGEST_PROTOCOL = 262;
  private static final int ALL_MACHINES = 0xffffffff;
  private static final int ALL_OF_LOOPBACK = 0x7fffffff;

  private ArgumentSituations() {}

  /** What holds of the arguments, that which explains most first. */
  static List<Situation> of(Call call) {
    List<Situation> found = new ArrayList<>();
    List<Parameter> parameters = call.function().parameters();
    for (int i = 0; i < call.arguments().size(); i++) {
      Parameter parameter = parameters.get(i);
      switch (call.arguments().get(i)) {
        case Argument.Pointer _ -> pointer(parameter).ifPresent(found::add);
        case Argument.Number(long value) -> number(call, parameter, i, value).ifPresent(found::add);
        case Argument.Named(Constant constant) -> constant(call, parameter, constant, found);
        case Argument.Address(SocketAddress address) -> address(call, address, found);
        default -> {}
      }
    }
    return found;
  }

  /** What a descriptor is that stands for no socket. */
  static List<Situation> ofNoSocket(Call call, boolean closed) {
    if (call.descriptor().isEmpty()) {
      return List.of();
    }
    int descriptor = call.descriptor().getAsInt();
    if (descriptor < 0) {
      return List.of(Situation.NO_DESCRIPTOR);
    }
    if (closed) {
      return List.of(Situation.CLOSED);
    }
    return List.of(descriptor <= 2 ? Situation.STANDARD : Situation.NEVER_OPENED);
  }

  private static Optional<Situation> pointer(Parameter parameter) {
    return switch (parameter.kind()) {
      case DATA -> Optional.of(Situation.BAD_BUFFER);
      case SIZE -> Optional.of(Situation.BAD_ROOM);
      case ADDRESS -> Optional.of(Situation.BAD_ADDRESS);
      case ROOM -> Optional.of(isLength(parameter) ? Situation.BAD_LENGTH : Situation.BAD_PLACE);
      case REQUEST -> Optional.of(Situation.BAD_PLACE);
      case VALUE -> Optional.of(Situation.BAD_VALUE);
      case PATH -> Optional.of(Situation.BAD_ADDRESS);
      case STRUCTURE, SEQUENCE, ENTRIES -> Optional.of(Situation.BAD_PLACE);
      case DESCRIPTOR, CONSTANT, NUMBER, WORD, POINTER, CONTROL -> Optional.empty();
    };
  }

  private static boolean isLength(Parameter parameter) {
    return parameter.name().endsWith("len");
  }

  private static Optional<Situation> number(Call call, Parameter parameter, int index, long value) {
    boolean length =
        parameter.kind() == Parameter.Kind.ROOM
            || parameter.kind() == Parameter.Kind.NUMBER && isLength(parameter);
    if (length && value < 0) {
      return Optional.of(Situation.NEGATIVE_LENGTH);
    }
    if (length && call.arguments().get(index - 1) instanceof Argument.Address(var address)) {
      return value < size(address)
          ? Optional.of(Situation.SHORT_LENGTH)
          : value > LONGEST ? Optional.of(Situation.LONG_LENGTH) : Optional.empty();
    }
    if (call.function() == Function.SETSOCKOPT) {
      if (length && value < Integer.BYTES) {
        return Optional.of(Situation.SHORT_LENGTH);
      }
      String option = call.constant("optname").map(Constant::spelled).orElse("");
      boolean structure = parameter.kind() == Parameter.Kind.VALUE && STRUCTURES.contains(option);
      return structure ? Optional.of(Situation.STRUCTURE) : Optional.empty();
    }
    return Optional.empty();
  }

  /** How many bytes the kernel wants at least; the scope of sockaddr_in6 may be missing. */
  private static int size(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> 16;
      case SocketAddress.Inet6 _ -> 24;
      case SocketAddress.Unix _, SocketAddress.Other _ -> 2;
    };
  }

  private static void constant(
      Call call, Parameter parameter, Constant constant, List<Situation> found) {
    switch (parameter.name()) {
      case "flags" -> {
        addIf(constant.has("MSG_OOB"), Situation.URGENT, found);
        addIf(constant.has("MSG_ERRQUEUE"), Situation.ERROR_QUEUE, found);
        addIf(constant.has("MSG_DONTWAIT"), Situation.NOT_WAITING, found);
      }
      case "type" -> addIf(constant.is("SOCK_RAW"), Situation.RAW, found);
      case "domain" -> addIf(constant.is("AF_UNIX"), Situation.UNIX, found);
      case "protocol" ->
          addIf(
              constant.number() < 0 || constant.number() > LARGEST_PROTOCOL,
              Situation.NO_PROTOCOL,
              found);
      case "optname" ->
          addIf(
              call.function() == Function.SETSOCKOPT && READ_ONLY.contains(constant.spelled()),
              Situation.READ_ONLY,
              found);
      default -> {}
    }
  }

  private static void address(Call call, SocketAddress address, List<Situation> found) {
    switch (address) {
      case SocketAddress.Inet4(int host, int port) -> {
        addIf(host == ALL_MACHINES || host == ALL_OF_LOOPBACK, Situation.BROADCAST, found);
        port(call, port, found);
      }
      case SocketAddress.Inet6 inet -> {
        addIf(inet.unmapped() instanceof SocketAddress.Inet4, Situation.MAPPED, found);
        port(call, inet.port(), found);
      }
      case SocketAddress.Unix _, SocketAddress.Other _ -> {}
    }
  }

  private static void port(Call call, int port, List<Situation> found) {
    boolean bind = call.function() == Function.BIND;
    addIf(bind && port > 0 && port < 1024, Situation.PRIVILEGED_PORT, found);
    addIf(!bind && port == 0, Situation.PORT_ZERO, found);
  }

  private static void addIf(boolean holds, Situation situation, List<Situation> found) {
    if (holds) {
      found.add(situation);
    }
  }
}
