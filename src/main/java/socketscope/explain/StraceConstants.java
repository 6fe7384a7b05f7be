package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Parameter;
import socketscope.explain.LinuxNames.Group;

/** Constants as strace writes them, which is not always as the program did: 0 is IPPROTO_IP. */
final class StraceConstants {

  private static final long SOCK_TYPE_MASK = 0xf;
  private static final List<String> WITHOUT_ARGUMENT =
      List.of("F_GETFD", "F_GETFL", "F_GETSIG", "F_GETLEASE", "F_GETPIPE_SZ", "F_GET_SEALS");
  private static final List<String> DECIMAL =
      List.of("F_DUPFD", "F_DUPFD_CLOEXEC", "F_SETPIPE_SZ", "F_SETOWN");

  /** What strace says of bits that have no name. */
  private static final Map<ConstantSet, String> UNKNOWN =
      Map.of(
          ConstantSet.EPOLL_EVENTS, "EPOLL???",
          ConstantSet.EPOLL_FLAGS, "EPOLL_???");

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

  private final LinuxNames names = new LinuxNames();

  /** The call with its first three arguments, without the closing parenthesis. */
  String socket(String call, String domain, String type, String protocol) {
    if (!names.knows(domain) || !names.knows(type) || !names.knows(protocol)) {
      return call + "(" + String.join(", ", domain, type, protocol);
    }
    String family = names.one(Group.AF, names.value(domain), "AF_???");
    long number = names.value(protocol);
    String last =
        call.equals("socket") && family.startsWith("AF_INET")
            ? names.one(Group.IPPROTO, number, "IPPROTO_???")
            : Long.toString(number);
    return call + "(" + String.join(", ", family, type(names.value(type)), last);
  }

  private String type(long value) {
    List<String> parts = new ArrayList<>();
    parts.add(names.one(Group.SOCK, value & SOCK_TYPE_MASK, "SOCK_???"));
    long rest = value & ~SOCK_TYPE_MASK;
    for (String flag : List.of("SOCK_CLOEXEC", "SOCK_NONBLOCK")) {
      if ((rest & names.value(flag)) != 0) {
        parts.add(flag);
        rest &= ~names.value(flag);
      }
    }
    if (rest != 0) {
      parts.add("0x" + Long.toHexString(rest) + (parts.size() == 1 ? " /* SOCK_??? */" : ""));
    }
    return String.join("|", parts);
  }

  String messageFlags(String flags) {
    if (!names.knows(flags)) {
      return flags;
    }
    List<String> bits = names.bits(Group.MSG, names.value(flags));
    if (bits.isEmpty()) {
      return "0";
    }
    String joined = String.join("|", bits);
    return joined.startsWith("0x") ? joined + " /* MSG_??? */" : joined;
  }

  /** A constant of a call that has no line of its own. */
  String of(Parameter parameter, @Nullable Argument argument) {
    if (!(argument instanceof Argument.Named(Constant constant))) {
      return String.valueOf(argument);
    }
    long number = constant.number();
    return switch (constant.set()) {
      case MESSAGE_FLAGS -> messageFlags(constant.text());
      case ACCEPT_FLAGS -> joined(number, List.of("SOCK_CLOEXEC", "SOCK_NONBLOCK"), "SOCK_???");
      case EVENTFD_FLAGS ->
          joined(number, List.of("EFD_SEMAPHORE", "EFD_CLOEXEC", "EFD_NONBLOCK"), "EFD_???");
      case DUP_FLAGS, PIPE_FLAGS ->
          number == 0 ? "0" : joined(names.bits(Group.O, number), "O_???");
      case EPOLL_OPERATION ->
          constant.isNamed()
              ? constant.spelled()
              : "0x" + Long.toHexString(number) + " /* EPOLL_CTL_??? */";
      default ->
          parameter.constants() != null && parameter.constants().hasBits()
              ? bits(parameter.constants(), number)
              : constant.spelled();
    };
  }

  /** Bits by their names, and the rest in hexadecimal. */
  String bits(ConstantSet set, long number) {
    Constant constant = Constants.linux().constant(set, number);
    String spelled = constant.spelled();
    return spelled.startsWith("0x")
        ? spelled + " /* " + UNKNOWN.getOrDefault(set, "???") + " */"
        : spelled;
  }

  /** Bits in an order that is not that of their numbers. */
  private static String joined(long flags, List<String> order, String unknown) {
    List<String> parts = new ArrayList<>();
    long rest = flags;
    for (String flag : order) {
      long bits = Constants.linux().number(flag).orElse(0);
      if ((rest & bits) != 0) {
        parts.add(flag);
        rest &= ~bits;
      }
    }
    if (rest != 0) {
      parts.add("0x" + Long.toHexString(rest));
    }
    return joined(parts, unknown);
  }

  private static String joined(List<String> bits, String unknown) {
    String joined = String.join("|", bits);
    return joined.isEmpty()
        ? "0"
        : joined.startsWith("0x") ? joined + " /* " + unknown + " */" : joined;
  }

  /** The level of a control message. */
  String level(long level) {
    return names.one(Group.SOL, level, "SOL_??");
  }

  /** The type of a control message; strace knows those of sockets and of IP. */
  String controlType(long level, long type) {
    Constant constant = Constants.linux().controlType(level, type);
    return level <= 1 && constant.isNamed() ? constant.spelled() : "0x" + Long.toHexString(type);
  }

  String how(String how) {
    return names.knows(how) ? names.one(Group.SHUT, names.value(how), "SHUT_???") : how;
  }

  /** Level and name of an option. */
  String option(String level, String name) {
    if (!names.knows(level) || !names.knows(name)) {
      return level + ", " + name;
    }
    String spelled = names.one(Group.SOL, names.value(level), "SOL_??");
    long option = names.value(name);
    return spelled
        + ", "
        + switch (spelled) {
          case "SOL_SOCKET" -> names.one(Group.SO, option, "SO_???");
          case "SOL_IP" -> names.one(Group.IP, option, "IP_???");
          case "SOL_IPV6" -> names.one(Group.IPV6, option, "IPV6_???");
          case "SOL_TCP" -> names.one(Group.TCP, option, "TCP_???");
          case "SOL_UDP" -> names.one(Group.UDP, option, "UDP_???");
          default -> Long.toString(option);
        };
  }

  /** What poll() is told to watch. */
  String watch(Call.Watch watch) {
    String events = watch.events().text();
    if (watch.descriptor() < 0) {
      return "{fd=" + watch.descriptor() + "}";
    }
    return "{fd=" + watch.descriptor() + ", events=" + pollEvents(events) + "}";
  }

  String pollEvents(String events) {
    List<String> bits =
        names.knows(events)
            ? names.bits(Group.POLL, names.value(events) & 0xffff)
            : List.of(events);
    return bits.isEmpty() ? "0" : String.join("|", bits);
  }

  String fcntl(String operation, Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, _)) {
      String name =
          names.knows(operation) ? names.one(Group.F, names.value(operation), "F_???") : operation;
      if (WITHOUT_ARGUMENT.contains(name)) {
        return name;
      }
      return LOCKS.contains(name)
          ? name + ", " + StraceSpelling.pointer(to)
          : fcntl(operation, to == Argument.Wild.NULL ? "0" : "1");
    }
    return fcntl(operation, given.toString());
  }

  private String fcntl(String operation, String argument) {
    if (!names.knows(operation) || !names.knows(argument)) {
      return operation + ", " + argument;
    }
    String name = names.one(Group.F, names.value(operation), "F_???");
    long value = names.value(argument);
    if (LOCKS.contains(name)) {
      return name + ", " + (value == 0 ? "NULL" : "0x" + Long.toHexString(value));
    }
    if (WITHOUT_ARGUMENT.contains(name)) {
      return name;
    }
    return name
        + ", "
        + switch (name) {
          case "F_SETFL" -> Outcome.openFlags(names, value);
          case "F_SETFD" -> value == 1 ? "FD_CLOEXEC" : Long.toString(value);
          default ->
              DECIMAL.contains(name) || value == 0
                  ? Long.toString(value)
                  : "0x" + Long.toHexString(value);
        };
  }

  String ioctl(String request) {
    if (!names.knows(request)) {
      return request;
    }
    long value = names.value(request);
    String name = names.one(Group.IOCTL, value, "");
    return name.startsWith("0x") ? code(value) : name;
  }

  /** An unknown request by its parts (asm-generic/ioctl.h): direction, type, number, size. */
  private static String code(long value) {
    List<String> directions =
        List.of("_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE");
    return "_IOC(%s, %s, %s, %s)"
        .formatted(
            directions.get((int) (value >> 30 & 3)),
            hex(value >> 8 & 0xff),
            hex(value & 0xff),
            hex(value >> 16 & 0x3fff));
  }

  private static String hex(long value) {
    return value == 0 ? "0" : "0x" + Long.toHexString(value);
  }
}
