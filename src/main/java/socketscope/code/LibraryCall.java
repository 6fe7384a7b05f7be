package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.code.PrintedCall.Piece;
import socketscope.code.Program.Line;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function.WaitsFor;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * Writes a call of the C library's function, whatever it is: from the kinds of its parameters and
 * their types in C. The templates say what each kind is in each language.
 */
final class LibraryCall {

  /** More room than that is not asked for: no call of an experiment fills it. */
  static final long MOST_ROOM = 1 << 24;

  /** struct sockaddr_storage. */
  private static final int STORAGE = 128;

  private static final int USUAL_LENGTH = 16;
  private static final int LARGEST_OPTION = 65536;
  private static final int LARGE = 65536;
  private static final int PER_LINE = 12;

  private final Dialect dialect;
  private final Scope scope;
  private final Script script;
  private final Step step;
  private final Prototype prototype;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<Piece> more = new ArrayList<>();
  private final String result;
  private final Iterator<Handle> descriptors;

  private LibraryCall(Dialect dialect, Scope scope, Script script, Step step) {
    this.dialect = dialect;
    this.scope = scope;
    this.script = script;
    this.step = step;
    this.descriptors = step.descriptors().iterator();
    this.prototype = Prototype.of(step.function());
    this.result =
        step.creates() == null || step.second() != null ? "result" : step.creates().text();
  }

  /** The lines that make a call and print it. */
  static List<Line> write(Dialect dialect, Scope scope, Script script, Step step) {
    LibraryCall call = new LibraryCall(dialect, scope, script, step);
    call.arguments();
    call.make();
    return call.lines;
  }

  private void arguments() {
    List<Parameter> parameters = step.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean pair =
          i + 1 < parameters.size() && parameters.get(i + 1).kind() == parameters.get(i).kind();
      switch (parameters.get(i).kind()) {
        case DESCRIPTOR -> arguments.add(descriptors.next().text());
        case CONSTANT, NUMBER, WORD -> arguments.add(word(i));
        case DATA -> data(i);
        case SIZE -> buffer(i);
        case ADDRESS -> address(i++);
        case VALUE -> value(i++);
        case ROOM -> {
          if (!pair) {
            integer(i);
          } else if (prototype.type(arguments.size()).contains("sockaddr")) {
            told(i++);
          } else {
            option(i++);
          }
        }
        case POINTER -> pair(i);
        case SEQUENCE -> sequence(parameters.get(i), step.given(i));
        case STRUCTURE -> structure(parameters.get(i), step.given(i));
      }
    }
  }

  private void make() {
    Map<String, String> values = new HashMap<>();
    values.put("type", step.creates() == null || step.second() != null ? "ssize_t" : "int");
    values.put("result", result);
    values.put("function", step.function().cName());
    values.put("arguments", String.join(", ", arguments));
    values.put("call", dialect.text(PrintedCall.of(step)));
    write("call", values);
    if (step.second() != null) {
      end(0, Objects.requireNonNull(step.creates()));
      end(1, step.second());
    }
    if (more.isEmpty()) {
      write("report", values);
    } else {
      values.put("more", dialect.more(more));
      write("report.with", values);
    }
  }

  private void end(int index, Handle handle) {
    if (script.uses(handle)) {
      write(
          "pair.after",
          Map.of("end", handle.text(), "index", "" + index, "offset", "" + 4 * index));
    }
  }

  private void write(String section, Map<String, ?> values) {
    lines.addAll(
        Template.lines(Template.of(dialect, section), values, scope, Set.of(step.callId())));
  }

  /** Declares what several calls can use; the name that it has. */
  private String once(String section, String base, Map<String, Object> values) {
    if (!Template.exists(dialect, section)) {
      return base;
    }
    String declaration = section + values;
    String name = scope.declaredAs(declaration);
    if (name == null) {
      name = scope.fresh(base, declaration);
      values.put("name", name);
      write(section, values);
    }
    return name;
  }

  private String expression(String section, Map<String, ?> values) {
    return Template.expression(dialect, section, values);
  }

  private void add(String section, Map<String, ?> values) {
    arguments.add(expression(section, values));
  }

  private static Map<String, Object> values(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  private boolean isPointer(int index) {
    return step.given(index) instanceof Argument.Pointer;
  }

  /** A pointer to no memory. */
  private void pointer(Argument.Wild to) {
    String type = Prototype.rustType(prototype.type(arguments.size()));
    String cast = type.endsWith("u8") ? "" : ".cast()";
    add(to == Argument.Wild.NULL ? "pointer.null" : "pointer.bad", Map.of("cast", cast));
  }

  private boolean pointer(int index) {
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)) {
      pointer(to);
      return true;
    }
    return false;
  }

  /** A constant, a number or a pointer. */
  private String word(int index) {
    String type = prototype.type(arguments.size());
    return switch (step.given(index)) {
      case Argument.Named(Constant constant) -> cast(dialect.constant(constant.text()), type);
      case Argument.Number(long number) -> number(number, type);
      case Argument.Pointer(Argument.Wild to, _) -> {
        pointer(to);
        yield arguments.removeLast();
      }
      case null, default -> throw new IllegalArgumentException(step.call().toString());
    };
  }

  private String cast(String constant, String type) {
    if (!type.equals("unsigned long")) {
      return constant;
    }
    return switch (dialect) {
      case RUST -> constant + " as u64";
      case JAVA -> "(long) " + constant;
      case C, PYTHON, NIO, MODULE -> constant;
    };
  }

  /** A number of that type in C, in an argument. */
  private String number(long value, String type) {
    boolean length = type.equals("socklen_t");
    boolean large = type.equals("size_t") || type.equals("nfds_t") || type.equals("unsigned long");
    return switch (dialect) {
      case C -> length && (int) value < 0 ? "(socklen_t) " + (int) value : size(value, large);
      case RUST -> length && (int) value < 0 ? (int) value + "i32 as u32" : size(value, large);
      case JAVA -> large ? value + "L" : "" + (int) value;
      case PYTHON ->
          large && value != (int) value ? "ctypes.c_size_t(" + value + ")" : size(value, large);
      case NIO, MODULE -> throw new IllegalArgumentException(dialect.toString());
    };
  }

  private static String size(long value, boolean large) {
    return large ? Long.toString(value) : Integer.toString((int) value);
  }

  private String addLength(Argument argument) {
    String length = number(((Argument.Number) argument).value(), "socklen_t");
    arguments.add(length);
    return length;
  }

  private void addSize(long size) {
    arguments.add(number(size, prototype.type(arguments.size())));
  }

  private void data(int index) {
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      pointer(to);
      addSize(size);
      return;
    }
    Bytes bytes = step.data();
    if (!Quoted.isLong(bytes)) {
      add("data", Map.of("bytes", dialect.bytes(bytes).replace(".as_bytes()", "")));
    } else {
      add("data.variable", Map.of("name", longData(bytes)));
    }
    addSize(bytes.length());
  }

  private String longData(Bytes bytes) {
    Bytes unit = Quoted.pattern(bytes).orElse(null);
    if (unit == null) {
      return once(
          "data.long.once",
          "data",
          values("bytes", dialect.bytes(bytes), "numbers", numbers(bytes)));
    }
    int times = (bytes.length() + unit.length() - 1) / unit.length();
    return once(
        "data.repeated.once",
        "data",
        values(
            "unit", dialect.bytes(unit),
            "unit_length", unit.length(),
            "size", bytes.length(),
            "times", times));
  }

  /** Lines of numbers, each with a comma after it. */
  private static List<String> numbers(Bytes bytes) {
    byte[] all = bytes.toArray();
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < all.length; from += PER_LINE) {
      rows.add(
          IntStream.range(from, Math.min(all.length, from + PER_LINE))
              .mapToObj(i -> String.format("0x%02x,", all[i]))
              .collect(Collectors.joining(" ")));
    }
    return rows;
  }

  private void buffer(int index) {
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      pointer(to);
      addSize(size);
      return;
    }
    long asked = ((Argument.Number) Objects.requireNonNull(step.given(index))).value();
    long size = Math.clamp(asked, 0, MOST_ROOM);
    long room = Math.max(size, 1);
    String storage = room > LARGE ? "static " : "";
    String name = once("buffer.once", "buffer", values("size", room, "static", storage));
    add("buffer", Map.of("name", name));
    addSize(size);
    if (!PrintedCall.discards(step)) {
      more.add(new Piece.Text(" "));
      tell("answer.bytes", values("buffer", name, "size", room), Piece.Type.STRING);
    }
  }

  private void tell(String section, Map<String, Object> values, Piece.Type type) {
    values.put("result", result);
    more.add(new Piece.Value(expression(section, values), type));
  }

  private void address(int index) {
    Argument length = step.given(index + 1);
    if (pointer(index)) {
      if (length == null) {
        arguments.add("" + USUAL_LENGTH);
      } else {
        addLength(length);
      }
      return;
    }
    Target target = Objects.requireNonNull(step.target());
    if (target instanceof Target.Told(String variable, _)) {
      add("address", Map.of("name", variable));
      add("address.told.length", Map.of("name", variable));
      return;
    }
    Target.Fixed fixed = (Target.Fixed) target;
    Map<String, Object> values = addressValues(fixed);
    String section = "address." + values.get("kind");
    String name = once(section + ".once", "address", values);
    int given = length == null ? 0 : (int) ((Argument.Number) length).value();
    if (given > (int) values.get("size") && given <= STORAGE) {
      Map<String, Object> wide = values("narrow", name, "size", given);
      name = once("address.wide.once", "wide", wide);
    }
    values.put("name", name);
    add("address", values);
    if (length == null) {
      String own = section + ".length";
      add(Template.exists(dialect, own) ? own : "address.length", values);
    } else {
      addLength(length);
    }
  }

  private Map<String, Object> addressValues(Target.Fixed fixed) {
    return switch (fixed.address()) {
      case SocketAddress.Inet4 _ ->
          values("kind", "inet4", "host", fixed.host(), "port", fixed.port(), "size", 16);
      case SocketAddress.Inet6 _ ->
          values("kind", "inet6", "host", fixed.host(), "port", fixed.port(), "size", 28);
      case SocketAddress.Unix unix -> {
        // A null byte ends a path, and begins all other names; C has one behind each literal.
        int nulls = unix.unnamed() ? 0 : 1;
        byte[] name = unix.name().toArray();
        byte[] path = new byte[name.length + nulls];
        System.arraycopy(name, 0, path, unix.abstractName() ? 1 : 0, name.length);
        Bytes literal =
            dialect == Dialect.C && !unix.abstractName() ? unix.name() : Bytes.copyOf(path);
        yield values(
            "kind",
            "unix",
            "path",
            dialect.bytes(literal),
            "name_length",
            literal.length(),
            "path_length",
            path.length,
            "size",
            dialect == Dialect.C ? 110 : path.length + 2);
      }
      case SocketAddress.Other(int family, Bytes bytes) ->
          values(
              "kind",
              "other",
              "family",
              family,
              "path",
              dialect.bytes(bytes),
              "path_length",
              bytes.length(),
              "size",
              dialect == Dialect.C ? STORAGE : bytes.length() + 2);
    };
  }

  /** Where the kernel tells an address, and how long it is. */
  private void told(int index) {
    String name = step.keeps() == null ? "told" : step.keeps();
    boolean usual = step.given(index) == null;
    if (!isPointer(index)) {
      write("told.before", values("name", name));
      if (script.isUnix() || !usual) {
        write("told.cleared", values("name", name));
      }
    }
    room(index, "told", values("name", name), name + "_length", lengthOf(name, STORAGE));
    if (!tells(index)) {
      return;
    }
    if (step.function().tellsName()) {
      more.add(new Piece.Text(" "));
      tell("answer.address", values("told", name), Piece.Type.STRING);
    } else {
      tell("answer.from", values("told", name), Piece.Type.STRING);
    }
  }

  private String lengthOf(String name, int size) {
    return dialect == Dialect.C ? "sizeof " + name : "" + size;
  }

  /** Whether the address is printed: the kernel had room for it, and filled it. */
  private boolean tells(int index) {
    if (isPointer(index) || isPointer(index + 1)) {
      return false;
    }
    Result answer = step.result();
    boolean cutOff =
        answer != null && answer.address() != null && !PrintedCall.tellsAddress(answer);
    boolean none = answer != null && !answer.failed() && answer.address() == null;
    return !cutOff && (step.given(index) == null || !none);
  }

  /** Memory that the kernel writes to, and the variable for its length. */
  private void room(
      int index, String section, Map<String, Object> values, String lengthName, String usual) {
    Argument first = step.given(index);
    Argument second = step.given(index + 1);
    boolean neither =
        second == null
            && first instanceof Argument.Pointer(Argument.Wild to, _)
            && to == Argument.Wild.NULL;
    if (!pointer(index)) {
      add(section, values);
    }
    if (neither) {
      pointer(Argument.Wild.NULL);
    } else if (!pointer(index + 1)) {
      Argument given = second instanceof Argument.Number ? second : first;
      String length =
          given instanceof Argument.Number(long number) ? number(number, "socklen_t") : usual;
      write("length.before", values("name", lengthName, "length", length));
      add("length", values("name", lengthName));
    }
  }

  /** Room for the value of an option. */
  private void option(int index) {
    OptionForm form = OptionForm.of(step);
    int usual = OptionForm.usualSize(step);
    Argument length =
        step.given(index + 1) instanceof Argument.Number
            ? step.given(index + 1)
            : step.given(index);
    int given = length instanceof Argument.Number(long number) ? (int) number : 0;
    int size = Math.clamp(given, form.size(), LARGEST_OPTION);
    boolean typed = !form.type().isEmpty() && given == 0;
    Map<String, Object> values =
        values("type", form.type(), "variable", form.variable(), "size", size);
    String section = typed ? "room.typed" : "room.bytes";
    if (!isPointer(index)) {
      if (!typed) {
        Map<String, Object> room = values("size", size + (dialect == Dialect.C ? 1 : 0));
        values.put("name", once("room.bytes.once", "option", room));
      }
      write(section + ".before", values);
    }
    String usualLength = typed && dialect == Dialect.C ? "sizeof " + form.variable() : "" + usual;
    room(index, section, values, "value_length", usualLength);
    if (!isPointer(index) && !isPointer(index + 1)) {
      answer(form, typed ? null : (String) values.get("name"));
    }
  }

  /**
   * What is printed of an option.
   *
   * @param bytes the variable with its bytes; null where there is one of the option's type
   */
  private void answer(OptionForm form, @Nullable String bytes) {
    if (form.isStructure()) {
      for (int i = 0; i < form.fields().size(); i++) {
        String name = form.fields().get(i);
        more.add(new Piece.Text((i == 0 ? " {" : ", ") + name + "="));
        field(form, i * form.width(), bytes, "." + name);
      }
      more.add(new Piece.Text("}"));
    } else if (form == OptionForm.INT) {
      more.add(new Piece.Text(" ["));
      field(form, 0, bytes, "");
      more.add(new Piece.Text("]"));
    } else if (form == OptionForm.NAME) {
      more.add(new Piece.Text(" [\""));
      tell("answer.name", values("variable", bytes == null ? "value" : bytes), Piece.Type.STRING);
      more.add(new Piece.Text("\"]"));
    }
  }

  private void field(OptionForm form, int offset, @Nullable String bytes, String member) {
    boolean wide = form.width() > 4;
    Piece.Type type = wide ? Piece.Type.LONG : Piece.Type.INT;
    if (bytes == null && dialect == Dialect.C) {
      String expression = (wide ? "(long) " : "") + form.variable() + member;
      more.add(new Piece.Value(expression, type));
    } else {
      tell(
          wide ? "answer.long" : "answer.int",
          values("variable", bytes == null ? "value" : bytes, "offset", offset),
          type);
    }
  }

  /** The value of an option that is given, and its length. */
  private void value(int index) {
    Argument length = step.given(index + 1);
    if (pointer(index)) {
      if (length == null) {
        arguments.add("" + OptionForm.usualSize(step));
      } else {
        addLength(length);
      }
      return;
    }
    Map<String, Object> values = given(Objects.requireNonNull(step.given(index)));
    int padded = length instanceof Argument.Number(long number) ? (int) number : 0;
    if (padded > (int) values.get("size")) {
      values.put("size", Math.min(padded, LARGEST_OPTION));
      values.put("name", once("value.padded.once", "padded", values));
      write("value.padded.before", values);
      values.put("from", values.get("name"));
    }
    add("value", values);
    if (length == null) {
      add("value.length", values);
    } else {
      addLength(length);
    }
  }

  private Map<String, Object> given(Argument value) {
    Map<String, Object> values;
    String section;
    switch (value) {
      case Argument.Number(long number) -> {
        section = "value.int";
        values = values("number", (int) number, "size", 4);
        values.put("from", "&value");
        values.put("from_length", "sizeof value");
      }
      case Argument.Structure structure -> {
        List<Long> fields = structure.numbers();
        OptionForm form = OptionForm.of(step);
        boolean fits = form.fits(value);
        boolean wide = form.width() > 4;
        section = fits ? "value.struct" : "value.ints";
        values =
            values(
                "fields",
                fields.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                "type",
                form.type(),
                "variable",
                form.variable(),
                "rust_int",
                wide ? "i64" : "i32",
                "java_ints",
                wide ? "longs" : "ints",
                "letters",
                (wide ? "l" : "i").repeat(fields.size()),
                "size",
                fields.size() * (wide ? 8 : 4));
        String name = fits ? form.variable() : once("value.ints.once", "fields", values);
        values.put("from", (fits ? "&" : "") + name);
        values.put("from_length", "sizeof " + name);
      }
      case Argument.Data(Bytes bytes) -> {
        section = "value.bytes";
        values = values("bytes", dialect.bytes(bytes), "size", bytes.length());
        values.put("from", dialect.bytes(bytes));
        values.put("from_length", bytes.length());
      }
      default -> throw new IllegalArgumentException(step.call().toString());
    }
    write(section + ".before", values);
    return values;
  }

  /** An int that ioctl() reads and writes. */
  private void integer(int index) {
    if (pointer(index)) {
      return;
    }
    int number = step.given(index) instanceof Argument.Number(long given) ? (int) given : 0;
    write("int.before", values("number", number));
    add("int", Map.of());
    more.add(new Piece.Text(" ["));
    if (dialect == Dialect.C) {
      more.add(new Piece.Value("value", Piece.Type.INT));
    } else {
      tell("answer.int", values("offset", 0), Piece.Type.INT);
    }
    more.add(new Piece.Text("]"));
  }

  private void pair(int index) {
    if (pointer(index)) {
      return;
    }
    write("pair.before", Map.of());
    add("pair", Map.of());
    for (int i = 0; i < 2; i++) {
      more.add(new Piece.Text(i == 0 ? " [" : ", "));
      tell("pair.number", values("index", i, "offset", 4 * i), Piece.Type.INT);
    }
    more.add(new Piece.Text("]"));
  }

  /** Structures in a row, and how many they are. */
  private void sequence(Parameter parameter, @Nullable Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, long count)) {
      pointer(to);
      addSize(count);
      return;
    }
    List<Argument> elements = ((Argument.Sequence) Objects.requireNonNull(given)).elements();
    if (elements.isEmpty()) {
      pointer(Argument.Wild.NULL);
      addSize(0);
      return;
    }
    Parameter element = parameter.parts().getFirst();
    boolean structures = element.kind() == Parameter.Kind.STRUCTURE;
    String name =
        structures
            ? memory(parameter.name(), element.name(), rows(element, elements), true)
            : memory(parameter.name(), "iovec", pieces(element, elements), true);
    addSize(elements.size());
    if (step.function().waitsFor() == WaitsFor.READINESS && structures) {
      tell("answer.polled", values("watched", name, "count", elements.size()), Piece.Type.STRING);
    }
  }

  private void structure(Parameter parameter, @Nullable Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, _)) {
      pointer(to);
    } else {
      Argument structure = Objects.requireNonNull(given);
      memory(parameter.name(), parameter.name(), rows(parameter, List.of(structure)), false);
    }
  }

  /** Declares structures of that type in C; the name of their variable. */
  private String memory(String base, String type, List<String> rows, boolean many) {
    boolean braces = dialect == Dialect.C && many;
    String all =
        rows.stream()
            .map(row -> braces ? "{ " + row + " }" : row)
            .collect(Collectors.joining(", "));
    Map<String, Object> values = values("type", type, "all", all, "call", step.callId());
    values.put("many", many ? "[]" : "");
    String name = once("structures.once", base, values);
    values.put("name", name);
    write("structures.before", values);
    add(many ? "structures" : "structures.one", values);
    return name;
  }

  /** The fields of structures of numbers, each structure a text. */
  private List<String> rows(Parameter structure, List<Argument> elements) {
    return elements.stream()
        .map(element -> {
          List<String> fields = new ArrayList<>();
          for (Map.Entry<String, Integer> field : Layouts.of(structure.name()).entrySet()) {
            Argument given = ((Argument.Structure) element).field(field.getKey()).orElse(null);
            if (given != null || dialect != Dialect.C) {
              fields.add(field(field.getKey(), number(given), field.getValue()));
            }
          }
          return String.join(", ", fields);
        })
        .toList();
  }

  private String number(@Nullable Argument given) {
    return switch (given) {
      case null -> "0";
      case Argument.Descriptor _ -> descriptors.next().text();
      case Argument.Named(Constant constant) -> dialect.constant(constant.text());
      case Argument.Number(long number) -> Long.toString(number);
      default -> throw new IllegalArgumentException(step.call().toString());
    };
  }

  private String field(String name, String value, int size) {
    String whole = dialect == Dialect.RUST && value.contains("|") ? "(" + value + ")" : value;
    return expression("structures.field", Map.of("field", name, "value", whole, "size", "" + size));
  }

  /** Pieces of memory that follow one another: struct iovec. */
  private List<String> pieces(Parameter element, List<Argument> elements) {
    boolean sends = element.kind() == Parameter.Kind.DATA;
    long all = step.call().size();
    String name =
        sends
            ? once("pieces.data.once", "data", values("bytes", dialect.bytes(step.data())))
            : once("buffer.once", "buffer", values("size", all, "static", ""));
    List<String> rows = new ArrayList<>();
    long offset = 0;
    for (Argument piece : elements) {
      long size =
          switch (piece) {
            case Argument.Data(Bytes bytes) -> bytes.length();
            case Argument.Number(long room) -> room;
            default -> throw new IllegalArgumentException(step.call().toString());
          };
      Map<String, Object> values = values("name", name, "offset", offset);
      values.put("bytes", piece instanceof Argument.Data(Bytes bytes) ? dialect.bytes(bytes) : "");
      String base = expression(sends ? "pieces.data" : "pieces.buffer", values);
      rows.add(
          field("iov_base", base, Long.BYTES) + ", " + field("iov_len", "" + size, Long.BYTES));
      offset += size;
    }
    if (!sends) {
      more.add(new Piece.Text(" "));
      tell("answer.bytes", values("buffer", name, "size", all), Piece.Type.STRING);
    }
    return rows;
  }
}
