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
    if (StraceStructures.suits(call.function())) {
      return new StraceStructures(call, result).inC();
    }
    return call.function().cName() + "(" + String.join(", ", arguments()) + ")";
  }

  private List<String> arguments() {
    List<String> written = new ArrayList<>();
    call.arguments().forEach(argument -> written.addAll(spell(argument)));
    switch (call.function()) {
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> filled(written, 1, filledAddress());
      case RECV, READ -> receive(written);
      case RECVFROM -> {
        filled(written, 3, filledAddress());
        receive(written);
      }
      case GETSOCKOPT -> filled(written, 3, filledOption());
      case SETSOCKOPT -> {
        OptionSpelling value = new OptionSpelling(call);
        if (call.arguments().get(3) instanceof Argument.Number) {
          written.set(3, "[" + call.arguments().get(3) + "]");
        }
        written.subList(4, written.size()).clear();
        written.add(Long.toString(value.givenLength()));
      }
      case BIND, CONNECT -> length(written, 1);
      case SENDTO -> length(written, 3);
      case IOCTL -> {
        if (call.arguments().size() == 2
            || !(call.arguments().get(2) instanceof Argument.Pointer)) {
          written.subList(2, written.size()).clear();
          written.add(OptionSpelling.value(result, "&value"));
        }
      }
      case SOCKETPAIR -> {
        if (call.arguments().size() == 3) {
          written.add(OptionSpelling.value(result, "sv"));
        }
      }
      default -> {} // as its arguments are
    }
    return written;
  }

  /** An explicit length stands in place of the true one. */
  private void length(List<String> written, int index) {
    if (call.argument(index + 1).isPresent()
        && call.arguments().get(index) instanceof Argument.Address) {
      written.remove(written.size() - 2);
    } else if (call.argument(index + 1).isEmpty()
        && call.arguments().get(index) instanceof Argument.Pointer) {
      written.add("16");
    }
  }

  /** A buffer and its length where the call does not say them itself. */
  private void filled(List<String> written, int index, List<String> usual) {
    if (call.arguments().size() <= index) {
      written.addAll(usual);
    } else if (call.arguments().size() == index + 1) {
      boolean pointer = call.arguments().get(index) instanceof Argument.Pointer;
      boolean none =
          call.arguments().get(index) instanceof Argument.Pointer(Argument.Wild to, _)
              && to == Argument.Wild.NULL;
      String size = call.arguments().get(index).toString();
      written.subList(written.size() - 1, written.size()).clear();
      written.add(pointer ? size : usual.getFirst());
      written.add(none ? "NULL" : pointer ? usual.getLast() : "[" + size + "]");
    }
  }

  private void receive(List<String> written) {
    if (!(call.arguments().get(1) instanceof Argument.Pointer)) {
      written.add(1, buffer());
    }
  }

  private static List<String> spell(Argument argument) {
    return switch (argument) {
      case Argument.Data(Bytes bytes) ->
          List.of(Values.data(bytes), Integer.toString(bytes.length()));
      case Argument.Address(SocketAddress address) ->
          List.of(
              AddressSpelling.structure(address),
              Integer.toString(AddressSpelling.length(address)));
      case Argument.Pointer(Argument.Wild to, long size) ->
          size == Argument.Pointer.UNSAID
              ? List.of(to.name())
              : List.of(to.name(), Long.toString(size));
      case Argument.Sequence(List<Argument> elements) ->
          List.of(argument.toString(), Integer.toString(elements.size()));
      case Argument.Descriptor _,
          Argument.Named _,
          Argument.Number _,
          Argument.Text _,
          Argument.Structure _ ->
          List.of(argument.toString());
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
        : List.of(
            OptionSpelling.value(result, "&optval"),
            "["
                + (result.length() < 0 ? new OptionSpelling(call).usualSize() : result.length())
                + "]");
  }
}
