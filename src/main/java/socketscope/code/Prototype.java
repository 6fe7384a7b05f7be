package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.event.Function;

/**
 * How C declares a function.
 *
 * @param result the type of what it returns
 * @param types the types of its parameters; the last one may be {@code ...}
 * @param names their names
 */
record Prototype(String result, List<String> types, List<String> names) {

  static Prototype of(Function function) {
    String text = function.prototype().replaceAll(" */\\*.*?\\*/", "");
    int open = text.indexOf('(');
    String before = text.substring(0, open);
    List<String> types = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String parameter : text.substring(open + 1, text.lastIndexOf(')')).split(", *")) {
      String plain = parameter.replaceFirst("\\[\\d*]$", "");
      int at = plain.length();
      while (at > 0 && Character.isJavaIdentifierPart(plain.charAt(at - 1))) {
        at--;
      }
      if (parameter.equals("void")) {
        continue;
      }
      String pointer = plain.equals(parameter) ? "" : " *";
      types.add(
          (at == 0 || plain.equals("...") ? plain : plain.substring(0, at).strip()) + pointer);
      names.add(plain.substring(at));
    }
    return new Prototype(before.substring(0, before.lastIndexOf(' ')), types, names);
  }

  /** The type of the argument at that place. */
  String type(int index) {
    return index < types.size() ? types.get(index) : "...";
  }

  /** How Rust declares it. */
  String rust(String name) {
    String parameters =
        IntStream.range(0, types.size())
            .mapToObj(i -> types.get(i).equals("...") ? "..." : rustName(i) + ": " + rust(i))
            .collect(Collectors.joining(", "));
    return "fn " + name + "(" + parameters + ") -> " + rustType(result) + ";";
  }

  private String rustName(int index) {
    return names.get(index).equals("type") ? "kind" : names.get(index);
  }

  private String rust(int index) {
    return rustType(types.get(index));
  }

  /** Structures are bytes. */
  static String rustType(String type) {
    return switch (type) {
      case "int" -> "i32";
      case "unsigned int", "socklen_t" -> "u32";
      case "unsigned long", "nfds_t" -> "u64";
      case "long", "off_t" -> "i64";
      case "size_t" -> "usize";
      case "ssize_t" -> "isize";
      case "socklen_t *" -> "*mut u32";
      case "int *" -> "*mut i32";
      default -> type.startsWith("const ") ? "*const u8" : "*mut u8";
    };
  }
}
