package socketscope.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** A call as strace writes what reaches the kernel. */
final class StraceSpelling {

  private static final int USUAL_LENGTH = 16;

  private final Call call;
  private final @Nullable Result result;

  StraceSpelling(Call call, @Nullable Result result) {
    this.call = call;
    this.result = result;
  }

  /** NULL, or the address that {@link Argument.Wild#BAD} is. */
  static String pointer(Argument.Wild to) {
    return switch (to) {
      case NULL -> "NULL";
      case BAD -> "0x1";
    };
  }

  String text() {
    return switch (call.function()) {
      case SOCKET -> StraceConstants.socket("socket", constant(0), constant(1), constant(2)) + ")";
      case SOCKETPAIR ->
          StraceConstants.socket("socketpair", constant(0), constant(1), constant(2))
              + ", "
              + (call.argument(3).orElse(null) instanceof Argument.Pointer(Argument.Wild to, _)
                  ? pointer(to)
                  : OptionSpelling.value(result, "arg"))
              + ")";
      case BIND, CONNECT -> call("%s, %s".formatted(fd(), address(1)));
      case LISTEN -> call(fd() + ", " + (int) number(1));
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> call(fd() + ", " + written(1));
      case SEND -> "sendto(" + sent() + ", NULL, 0)";
      case SENDTO -> call(sent() + ", " + address(3));
      case WRITE -> call("%s, %s, %s".formatted(fd(), data(), size()));
      case RECV -> "recvfrom(" + received() + ", NULL, NULL)";
      case RECVFROM -> call(received() + ", " + written(3));
      case READ -> call("%s, %s, %s".formatted(fd(), buffer(), size()));
      case SHUTDOWN -> call(fd() + ", " + StraceConstants.how(constant(1)));
      case CLOSE, DUP -> call(fd());
      case GETSOCKOPT -> call("%s, %s, %s".formatted(fd(), option(), gotten()));
      case SETSOCKOPT -> {
        OptionSpelling value = new OptionSpelling(call);
        yield call("%s, %s, %s, %d".formatted(fd(), option(), value.given(), value.givenLength()));
      }
      case FCNTL -> call(fd() + ", " + StraceConstants.fcntl(constant(1), call.arguments().get(2)));
      case IOCTL -> call("%s, %s, %s".formatted(fd(), StraceConstants.ioctl(constant(1)), RequestSpelling.of(call, result)));
      case POLL -> call("%s, %s, %d".formatted(watched(), watchedCount(), (int) number(1)));
      default -> call.toString();
    };
  }

  private String call(String arguments) {
    return call.function().cName() + "(" + arguments + ")";
  }

  private String fd() {
    return call.arguments().getFirst().toString();
  }

  private Constant constant(int index) {
    return call.argument(index, Argument.Named.class).constant();
  }

  private long number(int index) {
    return call.argument(index, Argument.Number.class).value();
  }

  /** A size_t: what is negative here is huge there. */
  private String size() {
    return switch (call.arguments().get(1)) {
      case Argument.Data(Bytes bytes) -> Integer.toString(bytes.length());
      case Argument.Pointer(_, long size) -> Long.toString(size);
      case Argument.Number(long size) -> Long.toUnsignedString(size);
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private String data() {
    return switch (call.arguments().get(1)) {
      case Argument.Data(Bytes bytes) -> ByteSpelling.quoted(bytes);
      case Argument.Pointer(Argument.Wild to, _) -> pointer(to);
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  /** An address that the kernel reads, and its length. */
  private String address(int index) {
    boolean lengthGiven = call.argument(index + 1).isPresent();
    return switch (call.arguments().get(index)) {
      case Argument.Pointer(Argument.Wild to, _) ->
          pointer(to) + ", " + (lengthGiven ? (int) number(index + 1) : USUAL_LENGTH);
      case Argument.Address(SocketAddress address) -> {
        int length = lengthGiven ? (int) number(index + 1) : AddressSpelling.length(address);
        yield (length < 2 ? "addr" : AddressSpelling.structure(address, length)) + ", " + length;
      }
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private String sent() {
    return "%s, %s, %s, %s".formatted(fd(), data(), size(), StraceConstants.messageFlags(constant(2)));
  }

  private String received() {
    return "%s, %s, %s, %s".formatted(fd(), buffer(), size(), StraceConstants.messageFlags(constant(2)));
  }

  private String buffer() {
    if (call.arguments().get(1) instanceof Argument.Pointer(Argument.Wild to, _)) {
      return pointer(to);
    }
    if (result == null || result.failed()) {
      return "buf";
    }
    return result.data() == null ? "\"\"" : ByteSpelling.quoted(result.data());
  }

  /** The address that the kernel wrote, with the length before and after. */
  private String written(int index) {
    OutputBuffer output = OutputBuffer.of(call, index, AddressSpelling.BUFFER);
    SocketAddress address = result == null ? null : result.address();
    boolean tells = output.buffer() == null && address != null;
    String structure =
        tells ? AddressSpelling.structure(address) : OutputBuffer.pointer(output.buffer(), "addr");
    return structure + ", " + output.lengths(result, "addr");
  }

  private String gotten() {
    OptionSpelling value = new OptionSpelling(call);
    OutputBuffer output = OutputBuffer.of(call, 3, value.usualSize());
    boolean tells = output.buffer() == null && result != null && !result.failed();
    String text = tells ? value.written(result) : OutputBuffer.pointer(output.buffer(), "optval");
    return text + ", " + output.lengths(result, "optval");
  }

  private String option() {
    boolean sets = call.function() == Function.SETSOCKOPT;
    return StraceConstants.option(constant(1), constant(2), sets);
  }

  private String watched() {
    return switch (call.arguments().getFirst()) {
      case Argument.Pointer(Argument.Wild to, _) -> pointer(to);
      case Argument.Sequence _ ->
          call.watched().stream().map(StraceConstants::watch).collect(Collectors.joining(", ", "[", "]"));
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private String watchedCount() {
    return switch (call.arguments().getFirst()) {
      case Argument.Pointer(_, long count) -> Long.toString(count);
      case Argument.Sequence(List<Argument> elements) -> Integer.toString(elements.size());
      default -> throw new IllegalArgumentException(call.toString());
    };
  }
}
