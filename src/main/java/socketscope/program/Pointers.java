package socketscope.program;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.OptionForm;
import socketscope.syscall.Receiver;
import socketscope.syscall.SystemTables;

/** What the pointers of a call point to, and the lengths that stand beside them. */
final class Pointers {

  /** No address is longer. The kernel refuses a greater length before it looks at the address. */
  private static final int LARGEST_ADDRESS = 4096;

  /** What addrlen is for a pointer to nothing, if it is not said: that of struct sockaddr. */
  private static final int USUAL_LENGTH = 16;

  private final SystemTables tables;

  Pointers(SystemTables tables) {
    this.tables = tables;
  }

  static Memory.Nowhere nowhere(Argument.Wild to) {
    return switch (to) {
      case NULL -> Memory.Nowhere.NULL;
      case BAD -> Memory.Nowhere.BAD;
    };
  }

  /** The address at that place, with what the length beside it covers. */
  Memory address(Call call, int index) {
    return switch (call.arguments().get(index)) {
      case Argument.Pointer(Argument.Wild to, _) -> nowhere(to);
      case Argument.Address(SocketAddress address) ->
          new Memory.Own(
              encoded(address), Math.clamp(addressLength(call, index), 0, LARGEST_ADDRESS));
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  /** The length after an address: the one that is given, or the true one. */
  int addressLength(Call call, int index) {
    if (call.argument(index + 1).isPresent()) {
      return (int) call.argument(index + 1, Argument.Number.class).value();
    }
    return call.arguments().get(index) instanceof Argument.Address(SocketAddress address)
        ? encoded(address).length()
        : USUAL_LENGTH;
  }

  private Bytes encoded(SocketAddress address) {
    return Bytes.copyOf(tables.addresses().encode(address));
  }

  /** The data to send, or the room to receive in. */
  Memory data(Call call, int index) {
    return switch (call.arguments().get(index)) {
      case Argument.Data(Bytes bytes) -> Memory.holding(bytes);
      case Argument.Number(long size) -> Memory.room(size);
      case Argument.Pointer(Argument.Wild to, _) -> nowhere(to);
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  /** How many bytes the call is told that there are. */
  long size(Call call, int index) {
    return switch (call.arguments().get(index)) {
      case Argument.Data(Bytes bytes) -> bytes.length();
      case Argument.Number(long size) -> size;
      case Argument.Pointer(_, long size) -> size;
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  /** An option's value at that place. */
  Memory value(Call call, int index, OptionForm form) {
    return value(call.arguments().get(index), form);
  }

  Memory value(Argument argument, OptionForm form) {
    return switch (argument) {
      case Argument.Number(long number) -> Memory.holding(OptionForm.INT.encode(List.of(number)));
      case Argument.Structure(List<Long> fields) -> Memory.holding(form.encode(fields));
      case Argument.Data(Bytes bytes) -> Memory.holding(bytes);
      case Argument.Pointer(Argument.Wild to, _) -> nowhere(to);
      default -> throw new IllegalArgumentException(argument.toString());
    };
  }

  /**
   * The two pointers from that place on.
   *
   * @param usual the room where none is given
   */
  Receiver receiver(Call call, int index, int usual) {
    @Nullable Argument buffer = call.argument(index).orElse(null);
    @Nullable Argument length = call.argument(index + 1).orElse(null);
    Memory.@Nullable Nowhere lost = nowhere(buffer);
    int room =
        length instanceof Argument.Number(long given)
            ? (int) given
            : buffer instanceof Argument.Number(long given) ? (int) given : usual;
    boolean neither = lost == Memory.Nowhere.NULL && length == null;
    return new Receiver(lost, neither ? Memory.Nowhere.NULL : nowhere(length), room);
  }

  private static Memory.@Nullable Nowhere nowhere(@Nullable Argument argument) {
    return argument instanceof Argument.Pointer(Argument.Wild to, _) ? nowhere(to) : null;
  }
}
