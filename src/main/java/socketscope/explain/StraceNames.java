package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;

/**
 * Linux's constants as strace writes them: by the names of the headers, with a few of its own
 * ({@code strace-names.properties}), and what has no name as {@code 0x63 /* AF_??? *}{@code /}.
 */
final class StraceNames {

  private static final String NONE = "-";
  private static final ResourceBundle OTHERS =
      ResourceBundle.getBundle("socketscope.explain.strace-names", Locale.ROOT);

  private static final Constants LINUX = Constants.linux();

  /** Levels whose options strace looks up; those of others it writes as decimal numbers. */
  private static final Map<Long, String> UNKNOWN_OPTIONS =
      Map.ofEntries(
          Map.entry(0L, "IP_???"),
          Map.entry(1L, "SO_???"),
          Map.entry(6L, "TCP_???"),
          Map.entry(17L, "UDP_???"),
          Map.entry(40L, "SO_VM_???"),
          Map.entry(41L, "IPV6_???"),
          Map.entry(132L, "SCTP_???"),
          Map.entry(255L, "RAW_???"),
          Map.entry(263L, "PACKET_???"),
          Map.entry(269L, "DCCP_SOCKOPT_???"),
          Map.entry(270L, "NETLINK_???"),
          Map.entry(271L, "TIPC_???"),
          Map.entry(276L, "RDS_???"),
          Map.entry(279L, "ALG_???"),
          Map.entry(281L, "KCM_???"),
          Map.entry(282L, "TLS_???"),
          Map.entry(283L, "XDP_???"));

  private StraceNames() {}

  /**
   * The number that a constant has on Linux, as the 32 bits that reach the kernel; empty where it
   * is another system's and Linux has no such name.
   */
  static OptionalLong number(Constant constant) {
    OptionalLong number = LINUX.resolve(constant.spelled());
    return number.isPresent()
        ? OptionalLong.of(number.getAsLong() & 0xffff_ffffL)
        : OptionalLong.empty();
  }

  /** The name of a number; empty where strace has none. */
  static Optional<String> known(ConstantSet set, long number) {
    return known(set + "." + number, LINUX.constant(set, number));
  }

  private static Optional<String> known(String key, Constant constant) {
    return OTHERS.containsKey(key)
        ? Optional.of(OTHERS.getString(key)).filter(name -> !name.equals(NONE))
        : Optional.of(constant).filter(Constant::isNamed).map(Constant::spelled);
  }

  /** The name of a number, or the number and what it is for. */
  static String one(ConstantSet set, long number, String unknown) {
    return known(set, number).orElseGet(() -> unknown(number, unknown));
  }

  private static String unknown(long number, String unknown) {
    return hex(number) + " /* " + unknown + " */";
  }

  static String hex(long number) {
    return number == 0 ? "0" : "0x" + Long.toHexString(number);
  }

  /** The name of an option, which differs between what can be asked and what can be set. */
  static String option(long level, long number, boolean sets) {
    String key = level + "." + number;
    String way = (sets ? "SET." : "GET.") + key;
    Constant option = LINUX.option(level, number);
    String unknown = UNKNOWN_OPTIONS.get(level);
    if (unknown == null) {
      return Long.toString(number);
    }
    return known(OTHERS.containsKey(way) ? way : "OPTION." + key, option)
        .orElseGet(() -> unknown(number, unknown));
  }

  /** The names of a number's bits, from the lowest; bits without a name in hexadecimal. */
  static String flags(ConstantSet set, long number, String unknown) {
    List<String> found = new ArrayList<>();
    long rest = number;
    for (long bit = 1; bit <= number && bit > 0; bit <<= 1) {
      Optional<String> name = (rest & bit) == 0 ? Optional.empty() : known(set, bit);
      if (name.isPresent()) {
        found.add(name.get());
        rest &= ~bit;
      }
    }
    return joined(found, rest, unknown);
  }

  private static String joined(List<String> names, long rest, String unknown) {
    if (names.isEmpty()) {
      return rest == 0 || unknown.isEmpty() ? hex(rest) : unknown(rest, unknown);
    }
    return String.join("|", names) + (rest == 0 ? "" : "|" + hex(rest));
  }

  /** A socket's type, and the flags beside it. */
  static String type(long number) {
    Optional<String> type = known(ConstantSet.SOCKET_TYPE, number & 0xf);
    long flags = type.isPresent() ? number & ~0xf : number;
    if (type.isPresent() && flags == 0) {
      return type.get();
    }
    String rest = flags(flags, List.of("SOCK_CLOEXEC", "SOCK_NONBLOCK"), "SOCK_???");
    return type.map(name -> name + "|" + rest).orElse(rest);
  }

  /** The names among these whose bits are all there, in this order. */
  private static String flags(long number, List<String> names, String unknown) {
    List<String> found = new ArrayList<>();
    long rest = number;
    for (String name : names) {
      long bits = LINUX.number(name).orElseThrow();
      if ((rest & bits) == bits) {
        found.add(name);
        rest &= ~bits;
      }
    }
    return joined(found, rest, unknown);
  }

  /** The flags of open(2): an access mode, then bits. */
  static String openFlags(long number) {
    List<String> names =
        List.of(
            "O_CREAT",
            "O_EXCL",
            "O_NOCTTY",
            "O_TRUNC",
            "O_APPEND",
            "O_NONBLOCK",
            "O_SYNC",
            "O_DSYNC",
            "O_DIRECT",
            "O_LARGEFILE",
            "O_NOFOLLOW",
            "O_NOATIME",
            "O_CLOEXEC",
            "O_PATH",
            "O_TMPFILE",
            "O_DIRECTORY",
            "O_ASYNC");
    String mode = List.of("O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE").get((int) (number & 3));
    long bits = number & ~3L;
    String rest = flags(bits, names, "").replace("O_ASYNC", "FASYNC");
    return bits == 0 ? mode : mode + "|" + rest;
  }
}
