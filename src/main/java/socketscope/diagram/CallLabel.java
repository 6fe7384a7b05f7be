package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Portion;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** What is written at the arrow of a call, in the short notation of the diagram. */
final class CallLabel {

  private static final int LONG = 24;
  private static final int SHORT = 8;

  /** The parameters that tell one call of a function from another. */
  private static final List<String> TELLING = List.of("how", "op", "optname");

  private CallLabel() {}

  static List<String> start(Call call) {
    String name = call.function().cName();
    if (subject(call, LONG).isEmpty()) {
      String descriptor =
          call.descriptor().isPresent() ? "(" + call.descriptor().getAsInt() + ")" : "";
      return List.of(call.toString(), name + descriptor, name);
    }
    return List.of(head(call, LONG), head(call, SHORT), name);
  }

  static List<String> whole(Call call, Result result) {
    String name = call.function().cName();
    if (result.failed()) {
      return List.of(
          head(call, LONG) + " = " + result,
          head(call, SHORT) + " = " + result,
          name + " = " + result,
          name + " " + result,
          name + " " + errno(result));
    }
    return List.of(
        head(call, LONG) + " = " + value(result, LONG) + part(call, result),
        head(call, SHORT) + " = " + value(result, SHORT) + part(call, result),
        name + " = " + value(result, SHORT) + part(call, result),
        name + " = " + result);
  }

  static List<String> answer(@Nullable Call call, Result result) {
    String name = call == null ? "?" : call.function().cName();
    if (result.failed()) {
      return List.of(name + " = " + result, name + " " + result, name + " " + errno(result));
    }
    return List.of(
        name + " = " + value(result, LONG) + part(call, result),
        name + " = " + value(result, SHORT) + part(call, result),
        name + " = " + result);
  }

  /** By its name alone: without its call it would say nothing. */
  private static String errno(Result result) {
    return Objects.requireNonNull(result.errno()).name();
  }

  /** Of what was to be sent, how much that is a part of; a receive seldom fills its room. */
  private static String part(@Nullable Call call, Result result) {
    return call == null || !call.function().sends()
        ? ""
        : Portion.of(call, result).map(portion -> " / " + portion.asked()).orElse("");
  }

  private static String head(Call call, int limit) {
    String subject = subject(call, limit);
    String name = call.function().cName();
    if (call.function() == Function.CLOSE) {
      return call.toString();
    }
    return subject.isEmpty() ? name : name + " " + subject;
  }

  /** The argument that tells this call from others of its kind; empty where none does. */
  private static String subject(Call call, int limit) {
    List<String> parts = new ArrayList<>();
    if (call.function().sends()) {
      parts.add(sent(call, limit));
    }
    call.address()
        .ifPresent(address -> parts.add((parts.isEmpty() ? "" : "\u2192 ") + brief(address)));
    if (parts.isEmpty()) {
      // What a command, a way or an option is, tells; what kind of socket is made does not.
      for (String telling : TELLING) {
        call.constant(telling).ifPresent(constant -> parts.add(constant.spelled()));
      }
    }
    if (parts.isEmpty() && call.function().waitsFor() == Function.WaitsFor.READINESS) {
      call.argument(0)
          .filter(Argument.Sequence.class::isInstance)
          .ifPresent(watched -> parts.add(watched.toString()));
    }
    return String.join(" ", parts);
  }

  /** The bytes, or, where they lie in several places, those places. */
  private static String sent(Call call, int limit) {
    return brief(
        call.arguments().get(1) instanceof Argument.Data data
            ? data
            : call.arguments().get(1) instanceof Argument.Pointer pointer
                ? pointer
                : new Argument.Data(call.data()),
        limit);
  }

  private static String brief(Argument argument, int limit) {
    return switch (argument) {
      case Argument.Data(Bytes bytes) -> quoted(bytes, limit);
      case Argument.Address(SocketAddress address) -> brief(address);
      case Argument.Descriptor _,
          Argument.Named _,
          Argument.Number _,
          Argument.Text _,
          Argument.Pointer _,
          Argument.Structure _,
          Argument.Sequence _ ->
          argument.toString();
    };
  }

  private static String value(Result result, int limit) {
    if (result.data() != null && result.value() > 0) {
      String from = result.address() == null ? "" : " \u2190 " + brief(result.address());
      return quoted(result.data(), limit) + from;
    }
    String written = result.option();
    return written == null || written.isEmpty() ? result.toString() : written;
  }

  private static String quoted(Bytes bytes, int limit) {
    if (bytes.count() != 1 && bytes.unit().length() < limit) {
      return bytes.toString();
    }
    String text = Bytes.copyOf(bytes.toArray(4 * limit + 4)).escaped();
    if (text.codePointCount(0, text.length()) <= limit) {
      return bytes.toString();
    }
    return '"' + text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "\u2026\"";
  }

  /** Everything is on loopback, so the port tells all; an unusual address is written in full. */
  private static String brief(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet when inet.loopback() -> ":" + inet.port();
      case SocketAddress.Inet6 inet when inet.loopback() -> ":" + inet.port();
      case SocketAddress.Inet4 _,
          SocketAddress.Inet6 _,
          SocketAddress.Unix _,
          SocketAddress.Other _ ->
          address.toString();
    };
  }
}
