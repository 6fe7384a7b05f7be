package socketscope.code;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/** Addresses among the arguments of a call. */
final class AddressArguments {

  private final CallLines call;

  AddressArguments(CallLines call) {
    this.call = call;
  }

  /**
   * An address in a variable.
   *
   * @param length an expression for its length
   */
  record Named(String name, String length) {}

  /**
   * The next address that the call is given.
   *
   * @param length what the call is told instead of its length; null where that is right
   */
  Named next(@Nullable Argument length) {
    Target target = call.targets.next();
    if (target instanceof Target.Told(String variable, _)) {
      return new Named(variable, call.expression("address.told.length", Map.of("name", variable)));
    }
    Target.Fixed fixed = (Target.Fixed) target;
    Map<String, Object> values = values(fixed);
    String section = "address." + values.get("kind");
    String name = call.once(section + ".once", "address", values);
    int given = length == null ? 0 : (int) ((Argument.Number) length).value();
    if (given > (int) values.get("size") && given <= LibraryCall.STORAGE) {
      Map<String, Object> wide = CallLines.values("narrow", name, "size", given);
      name = call.once("address.wide.once", "wide", wide);
    }
    values.put("name", name);
    String own = section + ".length";
    String usual = Template.exists(call.dialect, own) ? own : "address.length";
    return new Named(name, call.expression(usual, values));
  }

  /** A name and the null byte behind it; C has one behind each literal. */
  Bytes ended(Bytes name) {
    return call.dialect == Dialect.C
        ? name
        : Bytes.joined(List.of(name, Bytes.copyOf(new byte[1])));
  }

  private Map<String, Object> values(Target.Fixed fixed) {
    return switch (fixed.address()) {
      case SocketAddress.Inet4 _ ->
          CallLines.values("kind", "inet4", "host", fixed.host(), "port", fixed.port(), "size", 16);
      case SocketAddress.Inet6 _ ->
          CallLines.values("kind", "inet6", "host", fixed.host(), "port", fixed.port(), "size", 28);
      case SocketAddress.Unix unix -> {
        // A null byte ends a path, and begins all other names.
        Bytes zero = Bytes.copyOf(new byte[1]);
        Bytes path =
            unix.abstractName()
                ? Bytes.joined(List.of(zero, unix.name()))
                : unix.unnamed() ? unix.name() : Bytes.joined(List.of(unix.name(), zero));
        Bytes literal = unix.abstractName() || unix.unnamed() ? path : ended(unix.name());
        Map<String, Object> values = bytes("unix", literal, path.length(), 110);
        values.put("name_length", literal.length());
        yield values;
      }
      case SocketAddress.Other(int family, Bytes bytes) -> {
        Map<String, Object> values = bytes("other", bytes, bytes.length(), LibraryCall.STORAGE);
        values.put("family", family);
        yield values;
      }
    };
  }

  /**
   * An address that is written byte for byte.
   *
   * @param inC the size of its structure in C
   */
  private Map<String, Object> bytes(String kind, Bytes literal, int length, int inC) {
    Map<String, Object> values = CallLines.values("kind", kind, "path_length", length);
    values.put("path", call.dialect.bytes(literal));
    values.put("size", call.dialect == Dialect.C ? inC : length + 2);
    return values;
  }
}
