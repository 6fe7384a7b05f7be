package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.code.PrintedCall.Piece;
import socketscope.code.PrintedCall.Piece.ValueType;
import socketscope.code.Program.Line;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/** The lines of a call of the C library, as they come into being: one argument after the other. */
final class CallLines {

  private static final int LARGE = 65536;
  private static final int NUMBERS_WIDTH = 72;

  final Dialect dialect;
  final Script script;
  final Step step;
  final Prototype prototype;

  /** What its parameters have become so far, in their order. */
  final List<String> arguments = new ArrayList<>();

  /** What is printed after the value that was returned. */
  final List<Piece> more = new ArrayList<>();

  /** The variable for that value. */
  final String result;

  /** The descriptors that have not been written yet. */
  final Iterator<Handle> descriptors;

  /** The addresses that have not been written yet. */
  final Iterator<Target> targets;

  /** What is written behind the call, before it is printed: sections with their values. */
  final List<Map.Entry<String, Map<String, Object>>> after = new ArrayList<>();

  private final Scope scope;
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  CallLines(Dialect dialect, Scope scope, Script script, Step step) {
    this.dialect = dialect;
    this.scope = scope;
    this.script = script;
    this.step = step;
    this.descriptors = step.descriptors().iterator();
    this.prototype = Prototype.of(step.function());
    this.targets = step.targets().iterator();
    this.result = step.creates() == null ? "result" : step.creates().text();
  }

  List<Line> lines() {
    return lines;
  }

  /** The type in C of the argument that comes next. */
  String type() {
    List<Integer> passes = step.function().passes();
    int next = arguments.size();
    return prototype.type(passes.isEmpty() ? next : passes.indexOf(next));
  }

  /** What stands between the parentheses, in the order of C. */
  String passed() {
    List<Integer> passes = step.function().passes();
    return passes.isEmpty()
        ? String.join(", ", arguments)
        : passes.stream().map(arguments::get).collect(Collectors.joining(", "));
  }

  /** More of what is printed. */
  void text(String text) {
    more.add(new Piece.Text(text));
  }

  /** Writes a section of the templates, where the language has it. */
  void write(String section, Map<String, ?> values) {
    lines.addAll(
        Template.lines(Template.of(dialect, section), values, scope, Set.of(step.callId())));
  }

  /** Declares what several calls can use; the name that it has. */
  String once(String section, String base, Map<String, Object> values) {
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

  String expression(String section, Map<String, ?> values) {
    return Template.expression(dialect, section, values);
  }

  void add(String section, Map<String, ?> values) {
    arguments.add(expression(section, values));
  }

  static Map<String, Object> values(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  boolean isPointer(int index) {
    return step.given(index) instanceof Argument.Pointer;
  }

  /** A pointer to no memory. */
  void pointer(Argument.Wild to) {
    String type = Prototype.rustType(type());
    String cast = type.endsWith("u8") ? "" : ".cast()";
    add(to == Argument.Wild.NULL ? "pointer.null" : "pointer.bad", Map.of("cast", cast));
  }

  boolean pointer(int index) {
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)) {
      pointer(to);
      return true;
    }
    return false;
  }

  /** A pointer to no memory, and how much of it the call is told that there is. */
  boolean sizedPointer(int index) {
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      pointer(to);
      addSize(size);
      return true;
    }
    return false;
  }

  /** A number of that type in C, in an argument. */
  String number(long value, String type) {
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

  /** A length that the call is told, or where it is told none the usual one. */
  void length(@Nullable Argument given, String usual) {
    arguments.add(
        given instanceof Argument.Number(long value) ? number(value, "socklen_t") : usual);
  }

  void addSize(long size) {
    arguments.add(number(size, type()));
  }

  /** More of what is printed: an expression of the templates. */
  void tell(String section, Map<String, Object> values, ValueType type) {
    values.putIfAbsent("result", result);
    more.add(new Piece.Value(expression(section, values), type));
  }

  /** Memory that the kernel writes to, and the variable for its length. */
  void room(
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

  /** Bytes for the kernel to read: a literal, or a variable for long ones. */
  String data(Bytes bytes) {
    if (!Quoted.isLong(bytes)) {
      return expression("data", Map.of("bytes", literal(bytes)));
    }
    String numbers = bytes.hex().replaceAll("..", "0x$0, ").strip();
    Map<String, Object> values =
        values("bytes", dialect.bytes(bytes), "numbers", Template.broken(numbers, NUMBERS_WIDTH));
    Bytes unit = Quoted.pattern(bytes).orElse(null);
    if (unit != null) {
      int size = bytes.length();
      values = values("unit", dialect.bytes(unit), "unit_length", unit.length(), "size", size);
      values.put("times", (size + unit.length() - 1) / unit.length());
    }
    String section = unit == null ? "data.long.once" : "data.repeated.once";
    return expression("data.variable", Map.of("name", once(section, "data", values)));
  }

  String literal(Bytes bytes) {
    return dialect.bytes(bytes).replace(".as_bytes()", "");
  }

  /**
   * Bytes for the kernel to write: the name of the variable, which calls share.
   *
   * @param place among several of one call
   */
  String buffer(long size, int place) {
    long room = Math.max(size, 1);
    String storage = room > LARGE ? "static " : "";
    return once("buffer.once", "buffer", values("size", room, "static", storage, "place", place));
  }

  /** Where the kernel writes an address: the name of the variable. */
  void told(String name, boolean usual) {
    write("told.before", values("name", name));
    if (script.isUnix() || !usual) {
      write("told.cleared", values("name", name));
    }
  }

  /** Keeps a descriptor that the kernel has written, where a later call uses it. */
  void keep(int index, String section, Map<String, Object> values) {
    Handle handle = step.written().get(index);
    if (script.uses(handle)) {
      values.put("end", handle.text());
      after.add(Map.entry(section, values));
    }
  }

  /** A name that nothing else in the lines of this call has. */
  String own(String base) {
    int count = names.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + count;
  }

  String lengthOf(String name, int size) {
    return dialect == Dialect.C ? "sizeof " + name : "" + size;
  }
}
