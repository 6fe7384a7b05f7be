package socketscope.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.syscall.Memory;
import socketscope.syscall.OptionForm;
import socketscope.syscall.Receiver;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/** Makes a call that is given as data: one system call each. */
final class CallMaker {

  private final SystemTables tables;
  private final SystemCalls calls;
  private final Pointers pointers;

  CallMaker(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
    this.pointers = new Pointers(tables);
  }

  Result make(Call call) {
    return switch (call.function()) {
      case SOCKET -> calls.socket(constant(call, 0), constant(call, 1), constant(call, 2));
      case BIND ->
          calls.bind(descriptor(call), pointers.address(call, 1), pointers.addressLength(call, 1));
      case LISTEN -> calls.listen(descriptor(call), (int) number(call, 1));
      case ACCEPT -> calls.accept(descriptor(call), pointers.receiver(call, 1, addressRoom()));
      case CONNECT ->
          calls.connect(
              descriptor(call), pointers.address(call, 1), pointers.addressLength(call, 1));
      case SEND ->
          calls.send(
              descriptor(call), pointers.data(call, 1), pointers.size(call, 1), constant(call, 2));
      case RECV ->
          calls.recv(
              descriptor(call), pointers.data(call, 1), pointers.size(call, 1), constant(call, 2));
      case SENDTO ->
          calls.sendto(
              descriptor(call),
              pointers.data(call, 1),
              pointers.size(call, 1),
              constant(call, 2),
              pointers.address(call, 3),
              pointers.addressLength(call, 3));
      case RECVFROM ->
          calls.recvfrom(
              descriptor(call),
              pointers.data(call, 1),
              pointers.size(call, 1),
              constant(call, 2),
              pointers.receiver(call, 3, addressRoom()));
      case READ -> calls.read(descriptor(call), pointers.data(call, 1), pointers.size(call, 1));
      case WRITE -> calls.write(descriptor(call), pointers.data(call, 1), pointers.size(call, 1));
      case SHUTDOWN -> calls.shutdown(descriptor(call), constant(call, 1));
      case CLOSE -> calls.close(descriptor(call));
      case GETSOCKNAME ->
          calls.getsockname(descriptor(call), pointers.receiver(call, 1, addressRoom()));
      case GETPEERNAME ->
          calls.getpeername(descriptor(call), pointers.receiver(call, 1, addressRoom()));
      case GETSOCKOPT -> getsockopt(call);
      case SETSOCKOPT -> setsockopt(call);
      case FCNTL -> calls.fcntl(descriptor(call), constant(call, 1), word(call));
      case IOCTL -> ioctl(call);
      case SOCKETPAIR -> socketpair(call);
      case DUP -> calls.dup(descriptor(call));
      case POLL -> new PollCall(tables.constants(), calls).make(call);
    };
  }

  private int addressRoom() {
    return calls.addressRoom();
  }

  private OptionForm form(Call call) {
    return OptionForm.of(tables.constants(), constant(call, 1), constant(call, 2));
  }

  private Result getsockopt(Call call) {
    OptionForm form = form(call);
    Receiver value = pointers.receiver(call, 3, form.size());
    Result result = calls.getsockopt(descriptor(call), constant(call, 1), constant(call, 2), value);
    Bytes written = result.data();
    return written == null ? result : result.withOption(form.decode(written));
  }

  private Result setsockopt(Call call) {
    Memory value = pointers.value(call, 3, form(call));
    int size =
        switch (value) {
          case Memory.Own(Bytes content, _) -> content.length();
          case Memory.Nowhere _ -> form(call).size();
        };
    int length =
        call.argument(4).map(argument -> (int) ((Argument.Number) argument).value()).orElse(size);
    Memory roomy =
        value instanceof Memory.Own(Bytes content, _) && length > size
            ? new Memory.Own(content, length)
            : value;
    return calls.setsockopt(descriptor(call), constant(call, 1), constant(call, 2), roomy, length);
  }

  private Result ioctl(Call call) {
    Memory argument =
        call.argument(2)
            .map(given -> pointers.value(given, OptionForm.INT))
            .orElse(Memory.room(Integer.BYTES));
    Result result = calls.ioctl(descriptor(call), constant(call, 1), argument);
    Bytes written = result.data();
    return written == null
        ? result
        : Result.of(result.value()).withOption(OptionForm.INT.decode(written));
  }

  private Result socketpair(Call call) {
    Memory pair =
        call.argument(3)
            .map(given -> pointers.value(given, OptionForm.INT))
            .orElse(Memory.room(2 * Integer.BYTES));
    Result result = calls.socketpair(constant(call, 0), constant(call, 1), constant(call, 2), pair);
    Bytes written = result.data();
    if (written == null || written.length() < 2 * Integer.BYTES) {
      return result; // in a rehearsal nothing is written
    }
    ByteBuffer bytes = ByteBuffer.wrap(written.toArray()).order(ByteOrder.nativeOrder());
    return Result.of(result.value()).withOption(bytes.getInt() + ", " + bytes.getInt());
  }

  /** The two descriptors of a socketpair() that has succeeded. */
  static List<Integer> pair(Result result) {
    return Optional.ofNullable(result.option()).stream()
        .flatMap(text -> List.of(text.split(", ")).stream())
        .map(Integer::parseInt)
        .toList();
  }

  private long word(Call call) {
    return call.arguments().get(2) instanceof Argument.Pointer(Argument.Wild to, _)
        ? Pointers.nowhere(to).address()
        : constant(call, 2);
  }

  private static int descriptor(Call call) {
    return call.argument(0, Argument.Descriptor.class).number();
  }

  private static long number(Call call, int index) {
    return call.argument(index, Argument.Number.class).value();
  }

  /** The number of a constant; whoever sent the call has made sure that this system knows it. */
  private int constant(Call call, int index) {
    String expression = call.argument(index, Argument.Constant.class).expression();
    return tables.constants().resolve(expression).orElseThrow();
  }
}
