package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** A call as a C program writes it, with what the kernel wrote in the place of its buffers. */
final class CSpelling {

  private final Call call;
  private final @Nullable Result result;

  CSpelling(Call call, @Nullable Result result) {
    this.call = call;
    this.result = result;
  }

  String text() {
    return call.function().cName() + "(" + String.join(", ", arguments()) + ")";
  }

  private List<String> arguments() {
    List<String> written = new ArrayList<>();
    call.arguments().forEach(argument -> written.addAll(spell(argument)));
    switch (call.function()) {
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> written.addAll(filledAddress());
      case RECV, READ -> written.add(1, buffer());
      case RECVFROM -> {
        written.add(1, buffer());
        written.addAll(filledAddress());
      }
      case GETSOCKOPT -> written.addAll(filledOption());
      case SETSOCKOPT -> {
        written.set(3, "[" + written.get(3) + "]");
        written.add("4");
      }
      case IOCTL -> written.add(OptionSpelling.value(result, "&value"));
      default -> {}
    }
    return written;
  }

  private static List<String> spell(Argument argument) {
    return switch (argument) {
      case Argument.Data(Bytes bytes) ->
          List.of(Values.data(bytes), Integer.toString(bytes.length()));
      case Argument.Address(SocketAddress address) ->
          List.of(
              AddressSpelling.structure(address),
              Integer.toString(AddressSpelling.length(address)));
      default -> List.of(argument.toString());
    };
  }

  private String buffer() {
    return result == null || result.data() == null ? "buf" : Values.data(result.data());
  }

  private List<String> filledAddress() {
    SocketAddress address = result == null ? null : result.address();
    return address == null
        ? List.of("&addr", "&addrlen")
        : List.of(AddressSpelling.structure(address), "[" + AddressSpelling.length(address) + "]");
  }

  private List<String> filledOption() {
    return result == null || result.option() == null
        ? List.of("&optval", "&optlen")
        : List.of(OptionSpelling.value(result, "&optval"), OptionSpelling.length(call));
  }
}
