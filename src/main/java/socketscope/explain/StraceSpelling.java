package socketscope.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** A call as strace writes what reaches the kernel. */
final class StraceSpelling {

  private final Call call;
  private final @Nullable Result result;
  private final StraceConstants constants = new StraceConstants();

  StraceSpelling(Call call, @Nullable Result result) {
    this.call = call;
    this.result = result;
  }

  String text() {
    return switch (call.function()) {
      case SOCKET -> constants.socket(constant(0), constant(1), constant(2));
      case BIND, CONNECT -> call("%s, %s".formatted(fd(), address(1)));
      case LISTEN -> call(fd() + ", " + number(1));
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> call(fd() + ", " + written());
      case SEND -> "sendto(" + sent() + ", NULL, 0)";
      case SENDTO -> call(sent() + ", " + address(3));
      case WRITE ->
          call("%s, %s, %d".formatted(fd(), ByteSpelling.quoted(data()), data().length()));
      case RECV -> "recvfrom(" + received() + ", NULL, NULL)";
      case RECVFROM -> call(received() + ", " + sender());
      case READ -> call("%s, %s, %s".formatted(fd(), buffer(), size()));
      case SHUTDOWN -> call(fd() + ", " + constants.how(constant(1)));
      case CLOSE -> call(fd());
      case GETSOCKOPT ->
          call(
              "%s, %s, %s, %s"
                  .formatted(
                      fd(),
                      option(),
                      OptionSpelling.value(result, "optval"),
                      OptionSpelling.length(call)));
      case SETSOCKOPT -> call("%s, %s, %s, 4".formatted(fd(), option(), givenOption()));
      case FCNTL -> call(fd() + ", " + constants.fcntl(constant(1), constant(2)));
      case IOCTL ->
          call(
              "%s, %s, %s"
                  .formatted(
                      fd(), constants.ioctl(constant(1)), OptionSpelling.value(result, "arg")));
    };
  }

  private String call(String arguments) {
    return call.function().cName() + "(" + arguments + ")";
  }

  private String fd() {
    return call.arguments().getFirst().toString();
  }

  private String constant(int index) {
    return call.argument(index, Argument.Constant.class).expression();
  }

  private String number(int index) {
    return Long.toString(call.argument(index, Argument.Number.class).value());
  }

  /** A size_t: what is negative here is huge there. */
  private String size() {
    return Long.toUnsignedString(call.argument(1, Argument.Number.class).value());
  }

  private Bytes data() {
    return call.argument(1, Argument.Data.class).bytes();
  }

  private String address(int index) {
    SocketAddress address = call.argument(index, Argument.Address.class).address();
    return AddressSpelling.structure(address) + ", " + AddressSpelling.length(address);
  }

  private String sent() {
    return "%s, %s, %d, %s"
        .formatted(
            fd(),
            ByteSpelling.quoted(data()),
            data().length(),
            constants.messageFlags(constant(2)));
  }

  private String received() {
    return "%s, %s, %s, %s".formatted(fd(), buffer(), size(), constants.messageFlags(constant(2)));
  }

  private String buffer() {
    if (result == null || result.failed()) {
      return "buf";
    }
    return result.data() == null ? "\"\"" : ByteSpelling.quoted(result.data());
  }

  /** The address that the kernel wrote, with the length before and after. */
  private String written() {
    SocketAddress address = result == null ? null : result.address();
    return address == null
        ? "addr, [%d]".formatted(AddressSpelling.BUFFER)
        : "%s, [%d => %d]"
            .formatted(
                AddressSpelling.structure(address),
                AddressSpelling.BUFFER,
                AddressSpelling.length(address));
  }

  /** A stream leaves the address alone and says that its length is 0. */
  private String sender() {
    boolean unnamed = result != null && !result.failed() && result.address() == null;
    return unnamed ? "addr, [%d => 0]".formatted(AddressSpelling.BUFFER) : written();
  }

  private String option() {
    return constants.option(constant(1), constant(2));
  }

  /** An option that wants a structure is not read as an int by strace either. */
  private String givenOption() {
    return List.of("SO_LINGER", "13").contains(constant(2)) ? "optval" : "[" + number(3) + "]";
  }
}
