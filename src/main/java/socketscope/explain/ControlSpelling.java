package socketscope.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/**
 * A control message (cmsg(3)) as strace writes it. Of those of IPv6 strace 6 tells only the number.
 *
 * @param level SOL_SOCKET, SOL_IP ...
 * @param value what it says
 */
record ControlSpelling(long level, long type, Argument value) {

  private static final int HEADER = 16;
  private static final int ALIGNMENT = 8;

  private static final long SOL_IP = 0;
  private static final long SOL_SOCKET = 1;
  private static final long SCM_RIGHTS = 1;
  private static final long SCM_CREDENTIALS = 2;
  private static final long IP_TTL = 2;
  private static final long IP_PKTINFO = 8;

  /** Reads level, type and value, by their names or in this order. */
  static ControlSpelling of(Argument.Structure message) {
    return new ControlSpelling(
        number(field(message, "cmsg_level", 0)),
        number(field(message, "cmsg_type", 1)),
        field(message, "cmsg_data", 2).orElseGet(() -> new Argument.Data(Bytes.utf8(""))));
  }

  private static Optional<Argument> field(Argument.Structure message, String name, int index) {
    return message.field(name).isPresent() || message.fields().size() <= index
        ? message.field(name)
        : Optional.of(message.fields().get(index).value());
  }

  private static long number(Optional<Argument> argument) {
    return switch (argument.orElse(null)) {
      case Argument.Named named -> named.constant().number();
      case Argument.Number(long number) -> number;
      case Argument.Descriptor(int number) -> number;
      case null, default -> 0;
    };
  }

  /** The bytes that they take, each aligned (CMSG_SPACE). */
  static long space(List<ControlSpelling> messages) {
    return messages.stream()
        .mapToLong(each -> HEADER + (each.length() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)
        .sum();
  }

  /** The bytes of the value: descriptors and numbers are ints. */
  private long length() {
    return switch (value) {
      case Argument.Data(Bytes bytes) -> bytes.length();
      case Argument.Sequence(List<Argument> elements) -> (long) elements.size() * Integer.BYTES;
      case Argument.Structure _ -> Constants.linux().controlForm(level, type).size();
      default -> Integer.BYTES;
    };
  }

  String text() {
    String data = data();
    return "{cmsg_len="
        + (HEADER + length())
        + ", cmsg_level="
        + StraceNames.one(ConstantSet.LEVEL, level, "SOL_??")
        + ", cmsg_type="
        + StraceFlags.controlType(level, type)
        + (data.isEmpty() ? "" : ", cmsg_data=" + data)
        + "}";
  }

  private String data() {
    if (level == SOL_SOCKET && type == SCM_RIGHTS) {
      return value.toString();
    }
    if (level == SOL_SOCKET && type == SCM_CREDENTIALS) {
      return fields(List.of("pid", "uid", "gid"));
    }
    if (level == SOL_IP && type == IP_TTL) {
      return "[" + value + "]";
    }
    return level == SOL_IP && type == IP_PKTINFO ? packetInformation() : "";
  }

  private String fields(List<String> names) {
    ByteBuffer bytes = bytes();
    return names.stream()
        .map(name -> name + "=" + bytes.getInt())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** As it lies in memory; what is left out is 0. */
  private ByteBuffer bytes() {
    ValueForm form = Constants.linux().controlForm(level, type);
    try {
      byte[] bytes =
          value instanceof Argument.Data(Bytes given)
              ? given.toArray()
              : form.encode(value.asValue()).bytes();
      return ByteBuffer.wrap(Arrays.copyOf(bytes, form.size())).order(ByteOrder.LITTLE_ENDIAN);
    } catch (ValueException e) {
      throw new IllegalArgumentException(toString(), e); // the call could not be made with it
    }
  }

  /** struct in_pktinfo (ip(7)): the interface, the address for an answer, the one asked for. */
  private String packetInformation() {
    ByteBuffer bytes = bytes();
    int index = bytes.getInt();
    // Loopback is the only interface that the programs are reached by, and always the first.
    String device = index == 1 ? "if_nametoindex(\"lo\")" : Integer.toString(index);
    return "{ipi_ifindex=%s, ipi_spec_dst=inet_addr(\"%s\"), ipi_addr=inet_addr(\"%s\")}"
        .formatted(device, host(bytes), host(bytes));
  }

  private static String host(ByteBuffer bytes) {
    return "%d.%d.%d.%d"
        .formatted(bytes.get() & 0xff, bytes.get() & 0xff, bytes.get() & 0xff, bytes.get() & 0xff);
  }
}
