package socketscope.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;

/**
 * Which network device a call may use: the loopback one and no other. A socket that is tied to it
 * can neither be reached from outside this machine nor reach it, whatever its address (socket(7),
 * SO_BINDTODEVICE); every user may do that since Linux 5.7, and it stays tied. A group may be
 * joined there (ip(7)): elsewhere the kernel tells the network of it. No device is set up
 * (netdevice(7)).
 */
final class DeviceRule {

  /** IFNAMSIZ without the byte that ends the name, which the kernel adds. */
  private static final int LONGEST_NAME = 15;

  /** What optlen is for a pointer to no name, if it is not said. */
  private static final int ROOM = 16;

  /** Linux gives it to the loopback device of every network namespace (LOOPBACK_IFINDEX). */
  private static final int LOOPBACK_INDEX = 1;

  private static final String LOOPBACK_NAME = "lo";

  /** Options that join a group; a packet socket joins what a device hears (packet(7)). */
  private static final Pattern JOINS =
      Pattern.compile(
          "IP_ADD_(SOURCE_)?MEMBERSHIP|MCAST_JOIN_(SOURCE_)?GROUP|IPV6_JOIN_(GROUP|ANYCAST)"
              + "|PACKET_ADD_MEMBERSHIP");

  /** Requests that change devices, addresses, routes or neighbours. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "SIOC(SIF|SHW|SMII|SARP|SRARP|ADD|DEL|DIFADDR|DARP|DRARP|RTMSG|BOND(E|R|S|C)|BR|ETHTOOL"
              + "|WANDEV).*");

  /** SIOCDEVPRIVATE and those after it, which are each driver's own. */
  private static final long FIRST_PRIVATE = 0x89f0;

  private static final long LAST_PRIVATE = 0x89ff;

  private final Constants constants;

  DeviceRule(Constants constants) {
    this.constants = constants;
  }

  /** Whether the call, if it succeeds, ties its socket to the loopback device. */
  boolean ties(Call call) {
    return sets(call, "SO_BINDTODEVICE")
        ? name(call).filter(LOOPBACK_NAME::equals).isPresent()
        : sets(call, "SO_BINDTOIFINDEX") && index(call).orElse(0) == LOOPBACK_INDEX;
  }

  /** Whether the call might use another device, untie its socket, or change a device. */
  boolean forbids(Call call) {
    return tiesElsewhere(call) || joinsElsewhere(call) || changesDevice(call);
  }

  private static boolean changesDevice(Call call) {
    Optional<Constant> request =
        call.function() == Function.IOCTL ? call.constant("op") : Optional.empty();
    return request.isPresent()
        && (CHANGES.matcher(request.get().spelled()).matches()
            || request.get().number() >= FIRST_PRIVATE && request.get().number() <= LAST_PRIVATE);
  }

  private boolean joinsElsewhere(Call call) {
    boolean joins =
        call.function() == Function.SETSOCKOPT
            && call.arguments().get(2) instanceof Argument.Named(Constant option)
            && JOINS.matcher(option.spelled()).matches();
    Optional<byte[]> given = joins ? given(call) : Optional.empty();
    if (given.isEmpty() || !(call.arguments().get(2) instanceof Argument.Named(Constant option))) {
      return false;
    }
    int length = Math.clamp(length(call, given.get().length), 0, 1 << 16);
    Value read =
        constants
            .optionForm(option.level(), option.number())
            .decode(Arrays.copyOf(given.get(), length));
    return read instanceof Value.Structure group && !onLoopback(group);
  }

  /** By its number or, where it has none, by its address; a group without a device has it yet. */
  private static boolean onLoopback(Value.Structure group) {
    String index = text(group, "imr_ifindex", "gr_interface", "gsr_interface");
    String ofOthers = text(group, "ipv6mr_interface", "mr_ifindex");
    String address = text(group, "imr_interface", "imr_address");
    String number = index.isEmpty() ? ofOthers : index;
    boolean byAddress = number.isEmpty() || number.equals("0") && !address.isEmpty();
    boolean refused = number.isEmpty() && address.isEmpty(); // the kernel finds it too short
    return refused || (byAddress ? address.startsWith("127.") : number.equals("" + LOOPBACK_INDEX));
  }

  private static String text(Value.Structure structure, String... names) {
    for (String name : names) {
      Optional<Value> value = structure.field(name);
      if (value.isPresent()) {
        return value.get().toString();
      }
    }
    return "";
  }

  private boolean tiesElsewhere(Call call) {
    return sets(call, "SO_BINDTODEVICE")
        ? name(call).filter(name -> !name.equals(LOOPBACK_NAME)).isPresent()
        : sets(call, "SO_BINDTOIFINDEX") && index(call).orElse(LOOPBACK_INDEX) != LOOPBACK_INDEX;
  }

  private static boolean sets(Call call, String option) {
    return call.function() == Function.SETSOCKOPT
        && is(call.arguments().get(1), "SOL_SOCKET")
        && is(call.arguments().get(2), option);
  }

  private static boolean is(Argument argument, String name) {
    return argument instanceof Argument.Named(Constant constant) && constant.is(name);
  }

  /** The name that the kernel reads; empty where it refuses the call without a look at it. */
  private Optional<String> name(Call call) {
    Optional<byte[]> given = given(call);
    int length = length(call, given.map(bytes -> bytes.length).orElse(ROOM));
    if (length < 0 || given.isEmpty() && length > 0) {
      return Optional.empty();
    }
    byte[] read = Arrays.copyOf(given.orElse(new byte[0]), Math.min(length, LONGEST_NAME));
    int end = 0;
    while (end < read.length && read[end] != 0) {
      end++;
    }
    return Optional.of(Bytes.copyOf(Arrays.copyOf(read, end)).escaped());
  }

  /** The index that the kernel reads; empty as for a name. */
  private OptionalInt index(Call call) {
    Optional<byte[]> given = given(call);
    if (given.isEmpty() || length(call, given.get().length) < Integer.BYTES) {
      return OptionalInt.empty();
    }
    byte[] read = Arrays.copyOf(given.get(), Integer.BYTES);
    return OptionalInt.of(ByteBuffer.wrap(read).order(ByteOrder.nativeOrder()).getInt());
  }

  private static int length(Call call, int usual) {
    return call.argument(4).map(length -> (int) ((Argument.Number) length).value()).orElse(usual);
  }

  /** The option's bytes; empty for a pointer to none. */
  private Optional<byte[]> given(Call call) {
    Argument value = call.arguments().get(3);
    if (value instanceof Argument.Pointer
        || !(call.arguments().get(2) instanceof Argument.Named(Constant option))) {
      return Optional.empty();
    }
    try {
      ValueForm form = constants.optionForm(option.level(), option.number());
      return Optional.of(form.encode(value.asValue()).bytes());
    } catch (ValueException e) {
      return Optional.empty();
    }
  }
}
