package socketscope.explain;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.event.Argument;
import socketscope.event.Call;

/** Constants as strace writes them, which is not always as the program did: 0 is IPPROTO_IP. */
final class StraceConstants {

  private static final List<String> WITHOUT_ARGUMENT =
      List.of("F_GETFD", "F_GETFL", "F_GETSIG", "F_GETLEASE", "F_GETPIPE_SZ", "F_GET_SEALS");
  private static final List<String> DECIMAL =
      List.of("F_DUPFD", "F_DUPFD_CLOEXEC", "F_SETPIPE_SZ", "F_SETOWN");
  private static final List<String> LEASES = List.of("F_RDLCK", "F_WRLCK", "F_UNLCK");

  private static final List<String> LOCKS =
      List.of(
          "F_GETLK",
          "F_SETLK",
          "F_SETLKW",
          "F_OFD_GETLK",
          "F_OFD_SETLK",
          "F_OFD_SETLKW",
          "F_GETOWN_EX",
          "F_SETOWN_EX");

  private StraceConstants() {}

  /** A constant by what its number on Linux is; by its own name where Linux has no such one. */
  private static String named(Constant constant, LongFunction<String> names) {
    OptionalLong number = StraceNames.number(constant);
    return number.isPresent() ? names.apply(number.getAsLong()) : constant.text();
  }

  /** The call with its first three arguments, without the closing parenthesis. */
  static String socket(String call, Constant domain, Constant type, Constant protocol) {
    String family =
        named(domain, number -> StraceNames.one(ConstantSet.ADDRESS_FAMILY, number, "AF_???"));
    String last =
        named(
            protocol,
            number -> call.equals("socket") ? protocol(family, number) : Long.toString(number));
    return call + "(" + String.join(", ", family, named(type, StraceNames::type), last);
  }

  private static String protocol(String family, long number) {
    return switch (family) {
      case "AF_INET", "AF_INET6" -> StraceNames.one(ConstantSet.PROTOCOL, number, "IPPROTO_???");
      case "AF_NETLINK" -> StraceNames.one(ConstantSet.NETLINK_FAMILY, number, "NETLINK_???");
      case "AF_PACKET" -> {
        long inOrder = Short.toUnsignedLong(Short.reverseBytes((short) number));
        yield "htons(" + StraceNames.one(ConstantSet.ETHERTYPE, inOrder, "ETH_P_???") + ")";
      }
      default -> Long.toString(number);
    };
  }

  static String messageFlags(Constant flags) {
    return named(flags, number -> StraceNames.flags(ConstantSet.MESSAGE_FLAGS, number, "MSG_???"));
  }

  static String how(Constant how) {
    return named(how, number -> StraceNames.one(ConstantSet.SHUTDOWN_HOW, number, "SHUT_???"));
  }

  /**
   * Level and name of an option.
   *
   * @param sets whether the call is setsockopt()
   */
  static String option(Constant level, Constant name, boolean sets) {
    OptionalLong number = StraceNames.number(level);
    return named(level, each -> StraceNames.one(ConstantSet.LEVEL, each, "SOL_??"))
        + ", "
        + (number.isPresent()
            ? named(name, option -> StraceNames.option(number.getAsLong(), option, sets))
            : name.text());
  }

  /** What poll() is told to watch. */
  static String watch(Call.Watch watch) {
    return watch.descriptor() < 0
        ? "{fd=" + watch.descriptor() + "}"
        : "{fd=" + watch.descriptor() + ", events=" + pollEvents(watch.events()) + "}";
  }

  static String pollEvents(Constant events) {
    return named(
        events, number -> StraceNames.flags(ConstantSet.POLL_EVENTS, number & 0xffff, "POLL???"));
  }

  static String fcntl(Constant operation, Argument given) {
    String name =
        named(operation, number -> StraceNames.one(ConstantSet.FCNTL_COMMAND, number, "F_???"));
    if (WITHOUT_ARGUMENT.contains(name)) {
      return name;
    }
    return name
        + ", "
        + switch (given) {
          case Argument.Pointer(Argument.Wild to, _) when LOCKS.contains(name) ->
              StraceSpelling.pointer(to);
          case Argument.Pointer(Argument.Wild to, _) ->
              argument(name, to == Argument.Wild.NULL ? 0 : 1);
          case Argument.Named(Constant constant) ->
              named(constant, number -> argument(name, number));
          default -> given.toString();
        };
  }

  private static String argument(String operation, long value) {
    if (LOCKS.contains(operation)) {
      return value == 0 ? "NULL" : StraceNames.hex(value);
    }
    return switch (operation) {
      case "F_SETFL" -> StraceNames.openFlags(value);
      case "F_SETFD" -> StraceNames.flags(ConstantSet.DESCRIPTOR_FLAGS, value, "FD_???");
      case "F_SETLEASE" ->
          value < LEASES.size() ? LEASES.get((int) value) : StraceNames.hex(value) + " /* F_??? */";
      default ->
          DECIMAL.contains(operation) ? Integer.toString((int) value) : StraceNames.hex(value);
    };
  }

  static String ioctl(Constant request) {
    return named(
        request,
        number ->
            StraceNames.known(ConstantSet.IOCTL_REQUEST, number).orElseGet(() -> code(number)));
  }

  /** An unknown request by its parts (asm-generic/ioctl.h): direction, type, number, size. */
  private static String code(long value) {
    List<String> directions =
        List.of("_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE");
    return "_IOC(%s, %s, %s, %s)"
        .formatted(
            directions.get((int) (value >> 30 & 3)),
            StraceNames.hex(value >> 8 & 0xff),
            StraceNames.hex(value & 0xff),
            StraceNames.hex(value >> 16 & 0x3fff));
  }
}
