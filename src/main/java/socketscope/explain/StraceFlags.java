package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;

/** Constants that are written alike wherever they stand, as strace writes them. */
final class StraceFlags {

  /** What strace says of a number that has no name. */
  private static final Map<ConstantSet, String> UNKNOWN =
      Map.of(
          ConstantSet.ACCEPT_FLAGS, "SOCK_???",
          ConstantSet.DUP_FLAGS, "O_???",
          ConstantSet.EPOLL_EVENTS, "EPOLL???",
          ConstantSet.EPOLL_FLAGS, "EPOLL_???",
          ConstantSet.EPOLL_OPERATION, "EPOLL_CTL_???",
          ConstantSet.EVENTFD_FLAGS, "EFD_???",
          ConstantSet.PIPE_FLAGS, "O_???");

  /** Bits that strace writes in an order that is not that of their numbers. */
  private static final Map<ConstantSet, List<String>> ORDERS =
      Map.of(
          ConstantSet.ACCEPT_FLAGS, List.of("SOCK_CLOEXEC", "SOCK_NONBLOCK"),
          ConstantSet.EVENTFD_FLAGS, List.of("EFD_SEMAPHORE", "EFD_CLOEXEC", "EFD_NONBLOCK"));

  private StraceFlags() {}

  static String of(Constant constant) {
    return constant.set() == ConstantSet.MESSAGE_FLAGS
        ? StraceConstants.messageFlags(constant)
        : of(constant.set(), constant.number());
  }

  /** Names, and bits without one in hexadecimal. */
  static String of(ConstantSet set, long number) {
    if (set.hasBits()) {
      return bits(set, number);
    }
    Constant constant = Constants.linux().constant(set, number);
    return constant.isNamed() ? constant.spelled() : unknown(set, hexadecimal(number));
  }

  private static String bits(ConstantSet set, long number) {
    List<String> parts = new ArrayList<>();
    long rest = number;
    for (String flag : ORDERS.getOrDefault(set, List.of())) {
      long bits = Constants.linux().number(flag).orElse(0);
      if ((rest & bits) != 0) {
        parts.add(flag);
        rest &= ~bits;
      }
    }
    if (rest != 0 || parts.isEmpty()) {
      parts.add(Constants.linux().constant(set, rest).spelled());
    }
    String spelled = String.join("|", parts);
    return spelled.startsWith("0x") ? unknown(set, spelled) : spelled;
  }

  private static String unknown(ConstantSet set, String number) {
    return number + " /* " + UNKNOWN.getOrDefault(set, "???") + " */";
  }

  private static String hexadecimal(long number) {
    return "0x" + Long.toHexString(number);
  }

  /** The type of a control message; strace 6 knows those of sockets and of IPv4. */
  static String controlType(long level, long type) {
    Constant constant = Constants.linux().controlType(level, type);
    return level <= 1 && constant.isNamed() ? constant.spelled() : hexadecimal(type);
  }
}
