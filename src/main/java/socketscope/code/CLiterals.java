package socketscope.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.event.Bytes;

/** Bytes as C writes them. */
final class CLiterals {

  private static final int PER_LINE = 12;

  private CLiterals() {}

  /** A string literal; bytes that are no text in octal, which never swallows what follows. */
  static String of(Bytes bytes) {
    if (Quoted.plain(bytes).isPresent()) {
      // "??" and what follows it would be a trigraph.
      return '"' + Quoted.plain(bytes).get().replace("??", "?\\?") + '"';
    }
    String text = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    return text.chars().mapToObj(CLiterals::character).collect(Collectors.joining("", "\"", "\""));
  }

  private static String character(int code) {
    return switch (code) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '?' -> "\\?";
      default ->
          code >= ' ' && code < 0x7f ? Character.toString(code) : String.format("\\%03o", code);
    };
  }

  /** Lines of numbers, each with a comma after it. */
  static List<String> numbers(Bytes bytes) {
    byte[] all = bytes.toArray();
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < all.length; from += PER_LINE) {
      lines.add(
          IntStream.range(from, Math.min(all.length, from + PER_LINE))
              .mapToObj(i -> String.format("0x%02x,", all[i]))
              .collect(Collectors.joining(" ")));
    }
    return lines;
  }
}
