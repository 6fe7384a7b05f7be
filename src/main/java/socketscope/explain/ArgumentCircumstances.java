package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;

/** What is remarkable about the arguments of a call, whatever socket it is made on. */
final class ArgumentCircumstances {

  private static final Set<String> READ_ONLY =
      Set.of("SO_TYPE", "SO_ERROR", "SO_ACCEPTCONN", "SO_PROTOCOL", "SO_DOMAIN", "SO_PEERCRED");

  /** No address of any family is longer (struct sockaddr_storage). */
  private static final int LONGEST = 128;

  private static final int ALL_MACHINES = 0xffffffff;
  private static final int ALL_OF_LOOPBACK = 0x7fffffff;

  private ArgumentCircumstances() {}

  /** What holds of the arguments, that which explains most first. */
  static List<Circumstance> of(Call call) {
    List<Circumstance> found = new ArrayList<>();
    List<Parameter> parameters = call.function().parameters();
    for (int i = 0; i < call.arguments().size(); i++) {
      Parameter parameter = parameters.get(i);
      switch (call.arguments().get(i)) {
        case Argument.Pointer _ -> pointer(call, parameter).ifPresent(found::add);
        case Argument.Number(long value) -> number(call, parameter, i, value).ifPresent(found::add);
        case Argument.Named(Constant constant) -> constant(call, parameter, constant, found);
        case Argument.Address(SocketAddress address) -> address(call, address, found);
        default -> {}
      }
    }
    return found;
  }

  private static Optional<Circumstance> pointer(Call call, Parameter parameter) {
    return switch (parameter.kind()) {
      case DATA -> known(Situation.BAD_BUFFER);
      case SIZE -> known(Situation.BAD_ROOM);
      case ADDRESS, PATH -> known(Situation.BAD_ADDRESS);
      case ROOM ->
          isLength(parameter)
              ? known(Situation.BAD_LENGTH)
              : known(Situation.BAD_PLACE, typeInC(call));
      case REQUEST -> known(Situation.BAD_PLACE, typeInC(call));
      case VALUE -> known(Situation.BAD_VALUE);
      case STRUCTURE, SEQUENCE, ENTRIES -> known(Situation.BAD_PLACE, "struct " + parameter.name());
      case DESCRIPTOR, CONSTANT, NUMBER, WORD, POINTER, CONTROL -> Optional.empty();
    };
  }

  private static Optional<Circumstance> known(Situation situation, Object... details) {
    return Optional.of(Circumstance.of(situation, details));
  }

  /** The type in C of what the kernel would write. */
  private static String typeInC(Call call) {
    return form(call).map(ValueForm::typeInC).orElse("struct sockaddr_storage");
  }

  /** How the value of the call's option or request lies in memory; empty for other calls. */
  private static Optional<ValueForm> form(Call call) {
    Optional<ValueForm> option =
        call.constant("level")
            .flatMap(level ->
                call.constant("optname")
                    .map(name -> Constants.linux().optionForm(level.number(), name.number())));
    return call.is(Function.IOCTL)
        ? call.constant("op").map(request -> Constants.linux().requestForm(request.number()))
        : option;
  }

  private static boolean isLength(Parameter parameter) {
    return parameter.name().endsWith("len");
  }

  private static Optional<Circumstance> number(
      Call call, Parameter parameter, int index, long value) {
    boolean length =
        parameter.kind() == Parameter.Kind.ROOM
            || parameter.kind() == Parameter.Kind.NUMBER && isLength(parameter);
    if (length && value < 0) {
      return known(Situation.NEGATIVE_LENGTH);
    }
    if (length && call.arguments().get(index - 1) instanceof Argument.Address(var address)) {
      return value < size(address)
          ? known(Situation.SHORT_LENGTH)
          : value > LONGEST ? known(Situation.LONG_LENGTH) : Optional.empty();
    }
    return call.is(Function.SETSOCKOPT)
        ? ofOption(call, parameter, length, value)
        : Optional.empty();
  }

  private static Optional<Circumstance> ofOption(
      Call call, Parameter parameter, boolean length, long value) {
    Optional<ValueForm> form = form(call);
    if (form.isEmpty()) {
      return Optional.empty();
    }
    String type = form.get().typeInC();
    if (length && value < form.get().size()) {
      return known(Situation.SHORT_LENGTH, type, form.get().size());
    }
    boolean structure = parameter.kind() == Parameter.Kind.VALUE && type.startsWith("struct ");
    return structure ? known(Situation.STRUCTURE, type) : Optional.empty();
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
      Call call, Parameter parameter, Constant constant, List<Circumstance> found) {
    switch (parameter.name()) {
      case "flags" -> {
        addIf(constant.has("MSG_OOB"), Situation.URGENT, found);
        addIf(constant.has("MSG_ERRQUEUE"), Situation.ERROR_QUEUE, found);
        addIf(constant.has("MSG_DONTWAIT"), Situation.NOT_WAITING, found);
      }
      case "optname" ->
          addIf(
              call.function() == Function.SETSOCKOPT && READ_ONLY.contains(constant.spelled()),
              Situation.READ_ONLY,
              found);
      default -> {}
    }
  }

  private static void address(Call call, SocketAddress address, List<Circumstance> found) {
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

  private static void port(Call call, int port, List<Circumstance> found) {
    boolean bind = call.function() == Function.BIND;
    addIf(bind && port > 0 && port < 1024, Situation.PRIVILEGED_PORT, found);
    addIf(!bind && port == 0, Situation.PORT_ZERO, found);
  }

  private static void addIf(boolean holds, Situation situation, List<Circumstance> found) {
    if (holds) {
      found.add(Circumstance.of(situation));
    }
  }
}
