package socketscope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** struct iovec, struct msghdr and struct mmsghdr (recv(2)) as strace writes them. */
final class StraceMessages {

  private final Call call;
  private final @Nullable Result result;

  StraceMessages(Call call, @Nullable Result result) {
    this.call = call;
    this.result = result;
  }

  private boolean succeeded() {
    return result != null && !result.failed();
  }

  /**
   * An array of struct iovec.
   *
   * @param received the bytes that were received into its places in turn; null where none were
   */
  static String vector(List<Argument> elements, @Nullable Bytes received) {
    List<String> places = new ArrayList<>();
    long from = 0;
    for (Argument element : elements) {
      places.add(
          switch (element) {
            case Argument.Data(Bytes bytes) -> place(ByteSpelling.quoted(bytes), bytes.length());
            case Argument.Pointer(Argument.Wild to, long size) ->
                place(StraceSpelling.pointer(to), size);
            case Argument.Number(long size) -> {
              if (received == null) {
                yield place("buf", size);
              }
              long until = Math.min(received.length(), from + size);
              Bytes part = part(received, from, until);
              from = until;
              yield place(ByteSpelling.quoted(part), size);
            }
            default -> throw new IllegalArgumentException(elements.toString());
          });
    }
    return "[" + String.join(", ", places) + "]";
  }

  private static Bytes part(Bytes bytes, long from, long until) {
    byte[] all = bytes.toArray();
    return Bytes.copyOf(Arrays.copyOfRange(all, (int) from, (int) until));
  }

  private static String place(String bytes, long size) {
    return "{iov_base=%s, iov_len=%s}".formatted(bytes, Long.toUnsignedString(size));
  }

  String one(Argument.Structure message) {
    if (!call.function().receives()) {
      return sent(message);
    }
    if (!succeeded() || result == null) {
      return "{msg_namelen=" + nameRoom(message) + "}";
    }
    Argument.Structure told =
        result.written() instanceof Argument.Structure structure
            ? structure
            : new Argument.Structure(List.of());
    return received(message, result.data(), result.address(), told);
  }

  String several(Parameter parameter, List<Argument> elements) {
    if (!call.function().receives()) {
      List<String> sent = new ArrayList<>();
      long done = succeeded() && result != null ? result.value() : 0;
      for (int i = 0; i < elements.size(); i++) {
        Argument.Structure message = (Argument.Structure) elements.get(i);
        String length = i < done ? ", msg_len=" + size(message) : "";
        sent.add("{msg_hdr=" + sent(message) + length + "}");
      }
      return "[" + String.join(", ", sent) + "]";
    }
    if (!succeeded()
        || result == null
        || !(result.written() instanceof Argument.Sequence(List<Argument> told))) {
      return parameter.name();
    }
    List<String> all = new ArrayList<>();
    long from = 0;
    for (int i = 0; i < told.size(); i++) {
      Argument.Structure each = (Argument.Structure) told.get(i);
      long length = each.field("msg_len").map(StraceStructures::number).orElse(0L);
      Argument.Structure message = (Argument.Structure) elements.get(i);
      // With MSG_TRUNC a length may be more than there was room for.
      long until = Math.min(from + Math.min(length, size(message)), data().length());
      all.add(
          "{msg_hdr=%s, msg_len=%d}"
              .formatted(received(message, part(data(), from, until), sender(each), each), length));
      from = until;
    }
    return "[" + String.join(", ", all) + "]";
  }

  private Bytes data() {
    return result == null || result.data() == null ? Bytes.copyOf(new byte[0]) : result.data();
  }

  private static @Nullable SocketAddress sender(Argument.Structure told) {
    Optional<Argument> name = told.field("msg_name");
    try {
      return name.isPresent() ? SocketAddress.parse(name.get().toString()) : null;
    } catch (NotationException e) {
      return null;
    }
  }

  private static long size(Argument.Structure message) {
    return places(message).stream()
        .mapToLong(place ->
            switch (place) {
              case Argument.Data(Bytes bytes) -> bytes.length();
              case Argument.Pointer(_, long size) -> size;
              default -> StraceStructures.number(place);
            })
        .sum();
  }

  private static List<Argument> places(Argument.Structure message) {
    return message.field("msg_iov").orElse(null) instanceof Argument.Sequence(List<Argument> all)
        ? all
        : List.of();
  }

  private static long nameRoom(Argument.Structure message) {
    return Math.min(
        AddressSpelling.BUFFER,
        message
            .field("msg_namelen")
            .map(StraceStructures::number)
            .orElse((long) AddressSpelling.BUFFER));
  }

  private static String vector(Argument.Structure message, @Nullable Bytes received) {
    if (message.field("msg_iov").orElse(null)
        instanceof Argument.Pointer(Argument.Wild to, long size)) {
      return "msg_iov=" + StraceSpelling.pointer(to) + ", msg_iovlen=" + size;
    }
    List<Argument> places = places(message);
    return "msg_iov=" + vector(places, received) + ", msg_iovlen=" + places.size();
  }

  private String sent(Argument.Structure message) {
    Optional<SocketAddress> to =
        message
            .field("msg_name")
            .filter(Argument.Address.class::isInstance)
            .map(address -> ((Argument.Address) address).address());
    List<ControlSpelling> controls = controls(message);
    return "{msg_name="
        + to.map(AddressSpelling::structure).orElse("NULL")
        + ", msg_namelen="
        + to.map(AddressSpelling::length).orElse(0)
        + ", "
        + vector(message, null)
        + ", "
        + control(controls, ControlSpelling.space(controls))
        + "msg_flags=0}";
  }

  private String received(
      Argument.Structure message,
      @Nullable Bytes data,
      @Nullable SocketAddress from,
      Argument.Structure told) {
    long room = nameRoom(message);
    long length = from == null ? 0 : AddressSpelling.length(from);
    List<ControlSpelling> controls = controls(told);
    long space =
        Math.min(
            ControlSpelling.space(controls),
            message.field("msg_controllen").map(StraceStructures::number).orElse(Long.MAX_VALUE));
    return "{msg_name="
        + (from == null ? "addr" : AddressSpelling.structure(from))
        + ", msg_namelen="
        + (room == length ? room : room + " => " + length)
        + ", "
        + vector(message, data)
        + ", "
        + control(controls, space)
        + "msg_flags="
        + StraceFlags.of(
            ConstantSet.MESSAGE_FLAGS,
            told.field("msg_flags").map(StraceStructures::number).orElse(0L))
        + "}";
  }

  private static String control(List<ControlSpelling> controls, long space) {
    return (controls.isEmpty()
            ? ""
            : "msg_control="
                + controls.stream()
                    .map(ControlSpelling::text)
                    .collect(Collectors.joining(", ", "[", "], ")))
        + "msg_controllen="
        + space
        + ", ";
  }

  private static List<ControlSpelling> controls(Argument.Structure message) {
    return message.field("msg_control").orElse(null)
            instanceof Argument.Sequence(List<Argument> all)
        ? all.stream().map(each -> ControlSpelling.of((Argument.Structure) each)).toList()
        : List.of();
  }
}
