package socketscope.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/** Makes a call that is given as data: one system call each. */
final class CallMaker {

  private final SystemTables tables;
  private final SystemCalls calls;

  CallMaker(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
  }

  Result make(Call call) {
    return switch (call.function()) {
      case SOCKET -> calls.socket(constant(call, 0), constant(call, 1), constant(call, 2));
      case BIND -> calls.bind(descriptor(call), address(call, 1));
      case LISTEN -> calls.listen(descriptor(call), (int) number(call, 1));
      case ACCEPT -> calls.accept(descriptor(call));
      case CONNECT -> calls.connect(descriptor(call), address(call, 1));
      case SEND -> calls.send(descriptor(call), data(call, 1), constant(call, 2));
      case RECV -> calls.recv(descriptor(call), number(call, 1), constant(call, 2));
      case SENDTO ->
          calls.sendto(descriptor(call), data(call, 1), constant(call, 2), address(call, 3));
      case RECVFROM -> calls.recvfrom(descriptor(call), number(call, 1), constant(call, 2));
      case READ -> calls.read(descriptor(call), number(call, 1));
      case WRITE -> calls.write(descriptor(call), data(call, 1));
      case SHUTDOWN -> calls.shutdown(descriptor(call), constant(call, 1));
      case CLOSE -> calls.close(descriptor(call));
      case GETSOCKNAME -> calls.getsockname(descriptor(call));
      case GETPEERNAME -> calls.getpeername(descriptor(call));
      case GETSOCKOPT -> getsockopt(call);
      case SETSOCKOPT ->
          calls.setsockopt(
              descriptor(call), constant(call, 1), constant(call, 2), (int) number(call, 3));
      case FCNTL -> calls.fcntl(descriptor(call), constant(call, 1), constant(call, 2));
      case IOCTL -> withInt(calls.ioctl(descriptor(call), constant(call, 1)));
    };
  }

  private Result getsockopt(Call call) {
    int size = call.arguments().get(2).toString().equals("SO_LINGER") ? 8 : 4;
    return withInt(calls.getsockopt(descriptor(call), constant(call, 1), constant(call, 2), size));
  }

  /** What the kernel wrote, as numbers: one int, or the two of struct linger. */
  private static Result withInt(Result result) {
    Bytes written = result.data();
    if (written == null) {
      return result;
    }
    ByteBuffer bytes = ByteBuffer.wrap(written.toArray()).order(ByteOrder.nativeOrder());
    String text =
        switch (written.length()) {
          case 4 -> Integer.toString(bytes.getInt());
          case 8 -> "{l_onoff=" + bytes.getInt() + ", l_linger=" + bytes.getInt() + "}";
          default -> written.toString();
        };
    return new Result(result.value(), null, null, null, text);
  }

  private static int descriptor(Call call) {
    return call.argument(0, Argument.Descriptor.class).number();
  }

  private static long number(Call call, int index) {
    return call.argument(index, Argument.Number.class).value();
  }

  private static Bytes data(Call call, int index) {
    return call.argument(index, Argument.Data.class).bytes();
  }

  private static SocketAddress address(Call call, int index) {
    return call.argument(index, Argument.Address.class).address();
  }

  /** The number of a constant; whoever sent the call has made sure that this system knows it. */
  private int constant(Call call, int index) {
    String expression = call.argument(index, Argument.Constant.class).expression();
    return tables.constants().resolve(expression).orElseThrow();
  }
}
