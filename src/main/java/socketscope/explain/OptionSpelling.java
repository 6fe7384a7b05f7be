package socketscope.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;

/** The values of socket options as strace writes them: an int in brackets, or a structure. */
final class OptionSpelling {

  private static final int INT = Integer.BYTES;

  /** Options of SOL_SOCKET that strace knows to be an int, whatever their length. */
  private static final Set<Long> INTS =
      Set.of(
          1L, 2L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 14L, 15L, 16L, 18L, 19L, 29L, 30L, 32L, 33L,
          34L, 35L, 36L, 37L, 40L, 41L, 42L, 43L, 44L, 45L, 46L, 49L, 53L, 56L, 60L);

  /** Options whose structure strace tells; it writes the bytes of others. */
  private static final Set<String> STRUCTURES =
      Set.of(
          "SO_LINGER",
          "SO_PEERCRED",
          "SO_ATTACH_FILTER",
          "SO_ATTACH_REUSEPORT_CBPF",
          "IP_ADD_MEMBERSHIP",
          "IP_DROP_MEMBERSHIP",
          "MCAST_JOIN_GROUP",
          "MCAST_LEAVE_GROUP",
          "IPV6_JOIN_GROUP",
          "IPV6_LEAVE_GROUP",
          "IPV6_JOIN_ANYCAST",
          "IPV6_LEAVE_ANYCAST",
          "PACKET_ADD_MEMBERSHIP",
          "PACKET_DROP_MEMBERSHIP",
          "PACKET_RX_RING",
          "PACKET_TX_RING",
          "PACKET_STATISTICS");

  /**
   * Of these, what cannot be set: strace writes what a program tries as the bytes of any option.
   */
  private static final Set<String> ONLY_READ = Set.of("SO_PEERCRED", "PACKET_STATISTICS");

  /** Of these, what strace tells only where its length is right. */
  private static final Set<String> FILTERS = Set.of("SO_ATTACH_FILTER", "SO_ATTACH_REUSEPORT_CBPF");

  private final Call call;
  private final boolean ofSocket;
  private final Constant option;
  private final ValueForm form;

  OptionSpelling(Call call) {
    this.call = call;
    long level = number("level");
    ofSocket = level == 1;
    option = Constants.linux().option(level, number("optname"));
    form = Constants.linux().optionForm(level, option.number());
  }

  private long number(String parameter) {
    return call.constant(parameter).stream()
        .flatMapToLong(constant -> StraceNames.number(constant).stream())
        .findFirst()
        .orElse(-1);
  }

  private boolean isInt() {
    return ofSocket && INTS.contains(option.number());
  }

  private boolean isStructure() {
    return STRUCTURES.contains(option.spelled());
  }

  private boolean isError() {
    return ofSocket && option.is("SO_ERROR");
  }

  /**
   * What getsockopt() or ioctl() wrote, in brackets or braces.
   *
   * @param unwritten what stands there while it has written none
   */
  static String value(@Nullable Result result, String unwritten) {
    String option = result == null ? null : result.option();
    if (option == null) {
      return unwritten;
    }
    return option.startsWith("{") ? option : "[" + option + "]";
  }

  /** What getsockopt() wrote. */
  String written(Result result) {
    return isError() ? errno(writtenPlainly(result)) : writtenPlainly(result);
  }

  /** Strace tells an error by its name. */
  private static String errno(String written) {
    return written.matches("\\[[1-9][0-9]{0,3}]")
        ? StraceNames.known(
                ConstantSet.ERRNO, Long.parseLong(written.substring(1, written.length() - 1)))
            .map(name -> "[" + name + "]")
            .orElse(written)
        : written;
  }

  private String writtenPlainly(Result result) {
    Bytes bytes = result.data();
    if (bytes == null) {
      return value(result, "optval");
    }
    if (bytes.length() == 0) {
      return "optval";
    }
    if (isStructure()) {
      return StructureSpelling.of(form.decode(bytes.toArray()));
    }
    if (bytes.length() == INT) {
      return "[" + integer(bytes.toArray()) + "]";
    }
    return (isInt() || isError()) && bytes.length() < INT
        ? StructureSpelling.hexadecimal(bytes)
        : ByteSpelling.quoted(bytes);
  }

  private static String integer(byte[] bytes) {
    return Integer.toString(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt());
  }

  /** The value that setsockopt() is given, as far as its length covers it. */
  String given() {
    long length = givenLength();
    Argument value = call.arguments().get(3);
    if (value instanceof Argument.Pointer(Argument.Wild to, _)) {
      return StraceSpelling.pointer(to);
    }
    byte[] bytes = Arrays.copyOf(givenBytes(value).toArray(), Math.clamp(length, 0, 1 << 16));
    if (isStructure() && !ONLY_READ.contains(option.spelled())) {
      boolean whole =
          FILTERS.contains(option.spelled()) ? length == form.size() : length >= form.size();
      return whole ? structure(bytes, value) : "optval";
    }
    if (isInt()) {
      return length < INT ? "optval" : "[" + integer(bytes) + "]";
    }
    if (length == INT) {
      return "[" + integer(bytes) + "]";
    }
    return length < 0 ? "optval" : ByteSpelling.quoted(Bytes.copyOf(bytes));
  }

  /** What its pointers point to strace does not tell. */
  private String structure(byte[] bytes, Argument value) {
    String text = StructureSpelling.of(form.decode(Arrays.copyOf(bytes, form.size())));
    boolean points = encoded(value).filter(each -> !each.pointed().isEmpty()).isPresent();
    return points ? text.replace("=NULL", "=filter") : text;
  }

  private Bytes givenBytes(Argument value) {
    return value instanceof Argument.Data(Bytes bytes)
        ? bytes
        : Bytes.copyOf(encoded(value).map(ValueForm.Encoded::bytes).orElse(new byte[0]));
  }

  /** The value in memory; empty where it is another system's. */
  private Optional<ValueForm.Encoded> encoded(Argument value) {
    try {
      return Optional.of(form.encode(value.asValue()));
    } catch (ValueException e) {
      return Optional.empty();
    }
  }

  /** The length that setsockopt() is given. */
  long givenLength() {
    if (call.argument(4).isPresent()) {
      return (int) call.argument(4, Argument.Number.class).value();
    }
    Argument value = call.arguments().get(3);
    return value instanceof Argument.Pointer ? usualSize() : givenBytes(value).length();
  }

  /** How many bytes the option's value has, as far as that is not said. */
  int usualSize() {
    return form.size();
  }
}
