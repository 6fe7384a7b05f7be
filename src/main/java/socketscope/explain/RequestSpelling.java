package socketscope.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;

/** What ioctl() is given, and what it writes, as strace tells it. */
final class RequestSpelling {

  /** Requests whose int strace reads before the call. */
  private static final Set<String> READ_BEFORE = Set.of("FIONBIO", "FIOASYNC", "FIOSETOWN", "SIOCSPGRP");

  private RequestSpelling() {}

  static String of(Call call, @Nullable Result result) {
    Argument argument = call.argument(2).orElse(null);
    String request = StraceConstants.ioctl(call.constant("op").orElseThrow());
    if (argument instanceof Argument.Pointer(Argument.Wild to, _)) {
      boolean number = to == Argument.Wild.NULL && request.startsWith("_IOC");
      return number ? "0" : StraceSpelling.pointer(to);
    }
    Optional<Value> given = given(call, argument);
    if (READ_BEFORE.contains(request)) {
      return "[" + given.map(Value::toString).orElse("0") + "]";
    }
    boolean tells = result != null && !result.failed() && result.written() != null;
    if (request.equals("SIOCGIFCONF")) {
      return addresses(given, tells ? result.written().asValue() : null);
    }
    if (tells) {
      Value written = result.written().asValue();
      return written instanceof Value.Structure
          ? StructureSpelling.of(written)
          : OptionSpelling.value(result, "arg");
    }
    boolean ofInterface = request.startsWith("SIOCGIF") || request.startsWith("SIOCSIF");
    return given
        .filter(_ -> ofInterface)
        .flatMap(StructureSpelling::interfaceOf)
        .orElse("arg");
  }

  /** What the kernel is given, with the names of its fields. */
  private static Optional<Value> given(Call call, @Nullable Argument argument) {
    OptionalLong number = StraceNames.number(call.constant("op").orElseThrow());
    if (argument == null || number.isEmpty()) {
      return Optional.empty();
    }
    ValueForm form = Constants.linux().requestForm(number.getAsLong());
    try {
      byte[] bytes = form.encode(argument.asValue()).bytes();
      return Optional.of(form.decode(Arrays.copyOf(bytes, form.size())));
    } catch (ValueException e) {
      return Optional.empty(); // another system's
    }
  }

  /** struct ifconf, whose length before and after the call strace tells where they differ. */
  private static String addresses(Optional<Value> given, @Nullable Value written) {
    String before = field(given.orElse(null), "ifc_len", "0");
    String after = field(written, "ifc_len", before);
    String list = field(written, "ifc_req", "arg");
    boolean none = given.isEmpty() || written != null && list.equals("NULL");
    boolean same = none || written == null || before.equals(after);
    return "{ifc_len="
        + (same ? after : before + " => " + after)
        + ", ifc_buf="
        + (none ? "NULL" : list)
        + "}";
  }

  private static String field(@Nullable Value value, String name, String otherwise) {
    return value instanceof Value.Structure structure
        ? structure
            .field(name)
            .map(field -> StructureSpelling.of(only(name, field)))
            .map(text -> text.substring(1 + name.length() + 1, text.length() - 1))
            .orElse(otherwise)
        : otherwise;
  }

  private static Value.Structure only(String name, Value value) {
    return new Value.Structure(List.of(new Value.Field(Optional.of(name), value)));
  }
}
