package socketscope.constant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the structures of a system, and which options, requests and control messages have which:
 *
 * <pre>
 * struct linger
 *   int l_onoff
 *   int l_linger
 *
 * [OPTION SOL_SOCKET]
 * SO_LINGER linger
 * </pre>
 *
 * <p>A field's type is that of {@link #type}. A {@code |} before it makes it one of a union, {@code
 * :4} after its name a field of so many bits; one called {@code _} fills a gap. {@code struct NAME
 * 40} has that many bytes, whatever its fields have, {@code struct NAME pack=4} has no greater
 * alignment. A form is a structure, with the fields that are meant where they are of a union, or
 * {@code a|b}, where the length says which.
 */
final class FormFile {

  private final Constants system;
  private final Map<String, StructForm> structs = new HashMap<>();
  private final Map<ConstantSet, Map<Long, Map<Long, ValueForm>>> forms = new HashMap<>();
  private Map<Long, ValueForm> section = new HashMap<>();

  private FormFile(Constants system) {
    this.system = system;
  }

  static FormFile read(Constants system, String name) {
    try (InputStream file =
        Objects.requireNonNull(FormFile.class.getResourceAsStream(name), name)) {
      FormFile forms = new FormFile(system);
      forms.read(List.of(new String(file.readAllBytes(), StandardCharsets.US_ASCII).split("\n")));
      return forms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form of what a number means in a set, at a level where there are levels. */
  Optional<ValueForm> form(ConstantSet set, long level, long number) {
    return Optional.ofNullable(
        forms.getOrDefault(set, Map.of()).getOrDefault(level, Map.of()).get(number));
  }

  /** Every structure. */
  List<StructForm> structs() {
    return List.copyOf(structs.values());
  }

  private void read(List<String> lines) {
    StructReader struct = null;
    for (String line : lines) {
      boolean ofStruct = line.startsWith("  ");
      if (struct != null && !ofStruct) {
        structs.put(struct.name, struct.form());
        struct = null;
      }
      String[] words = line.strip().split(" +");
      if (ofStruct) {
        Objects.requireNonNull(struct, line).field(words);
      } else if (line.startsWith("struct ")) {
        struct = new StructReader(words);
      } else if (line.startsWith("[")) {
        section(line.substring(1, line.length() - 1).split(" "));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.put(number(words[0]), form(words));
      }
    }
  }

  private void section(String[] words) {
    long level = words.length == 1 ? 0 : number(words[1]);
    section =
        forms
            .computeIfAbsent(ConstantSet.valueOf(words[0]), _ -> new HashMap<>())
            .computeIfAbsent(level, _ -> new HashMap<>());
  }

  private long number(String name) {
    return system.number(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  private ValueForm form(String[] words) {
    if (words.length > 2) {
      return struct(words[1]).only(List.of(words).subList(2, words.length));
    }
    String[] choices = words[1].split("\\|");
    return choices.length == 1
        ? type(choices[0])
        : new ChoiceForm(Arrays.stream(choices).map(this::type).toList());
  }

  private StructForm struct(String name) {
    return Objects.requireNonNull(structs.get(name), name);
  }

  /**
   * A type: {@code int}, {@code u8} to {@code u64} without and {@code s8} to {@code s64} with a
   * sign, {@code be16} and {@code be32} in network order, {@code in_addr}, {@code in6_addr}, {@code
   * sockaddr}, {@code sockaddr_storage}, {@code char[16]}, {@code bytes[8]}, or a structure; {@code
   * u32[9]} several of them, {@code u32[]} as many as there are, {@code u16:SET} one that is read
   * with names.
   */
  private ValueForm type(String text) {
    int bracket = text.indexOf('[');
    if (bracket > 0) {
      String base = text.substring(0, bracket);
      String digits = text.substring(bracket + 1, text.length() - 1);
      int count = digits.isEmpty() ? 0 : Integer.parseInt(digits);
      return switch (base) {
        case "char" -> new TextForm(system, count);
        case "bytes" -> new BytesForm(system, count);
        default -> new ArrayForm(type(base), count);
      };
    }
    int colon = text.indexOf(':');
    if (colon > 0) {
      ConstantSet set = ConstantSet.valueOf(text.substring(colon + 1));
      return ((NumberForm) type(text.substring(0, colon))).named(set);
    }
    return switch (text) {
      case "int" -> NumberForm.of(system, Integer.BYTES, true);
      case "u8", "u16", "u32", "u64" -> NumberForm.of(system, bytes(text), false);
      case "s8", "s16", "s32", "s64" -> NumberForm.of(system, bytes(text), true);
      case "be16", "be32" -> NumberForm.inNetworkOrder(system, bytes(text));
      case "in_addr" -> new HostForm(system, 4);
      case "in6_addr" -> new HostForm(system, 16);
      case "sockaddr" -> address(16, 2);
      case "sockaddr_storage" -> address(128, Long.BYTES);
      default -> struct(text);
    };
  }

  private static int bytes(String type) {
    return Integer.parseInt(type.replaceAll("[a-z]", "")) / Byte.SIZE;
  }

  private SocketAddressForm address(int size, int alignment) {
    List<StructForm> kinds =
        List.of(struct("sockaddr_in"), struct("sockaddr_in6"), struct("sockaddr_un"));
    return new SocketAddressForm(struct("sockaddr_plain"), kinds, size, alignment);
  }

  /** Lays out one structure as a C compiler does. */
  private final class StructReader {
    private final String name;
    private final int size;
    private final int packed;
    private final List<StructForm.Field> fields = new ArrayList<>();
    private int end;
    private int unionStart = -1;
    private int alignment = 1;
    private NumberForm bits = NumberForm.of(system, 1, false);

    StructReader(String[] words) {
      name = words[1];
      String more = words.length > 2 ? words[2] : "";
      boolean packs = more.startsWith("pack=");
      packed = packs ? Integer.parseInt(more.substring("pack=".length())) : Long.BYTES;
      size = packs || more.isEmpty() ? 0 : Integer.parseInt(more);
    }

    void field(String[] words) {
      boolean ofUnion = words[0].equals("|");
      int first = ofUnion ? 1 : 0;
      String fieldName = words[first + 1];
      boolean pointer = words[first].endsWith("*");
      ValueForm form =
          pointer
              ? new PointerForm(
                  type(words[first].substring(0, words[first].length() - 1)),
                  words[first + 2],
                  words.length > first + 3)
              : type(words[first]);
      int colon = fieldName.indexOf(':');
      if (colon > 0) {
        bitField(fieldName.substring(0, colon), Integer.parseInt(fieldName.substring(colon + 1)));
      } else {
        place(ofUnion, fieldName, form);
      }
    }

    private void place(boolean ofUnion, String fieldName, ValueForm form) {
      int aligned = Math.min(form.alignment(), packed);
      alignment = Math.max(alignment, aligned);
      unionStart = ofUnion ? unionStart : -1;
      int at = ofUnion && unionStart >= 0 ? unionStart : up(end, aligned);
      unionStart = ofUnion ? at : -1;
      bits = NumberForm.of(system, 1, false);
      add(fieldName, at, form);
      end = Math.max(end, at + form.size());
    }

    /** Bits of one byte, together with those that are declared before them. */
    private void bitField(String fieldName, int count) {
      int first = bits.lastBit() == Byte.SIZE ? 0 : bits.lastBit();
      end += first == 0 ? 1 : 0;
      bits = NumberForm.of(system, 1, false).bits(first, count);
      add(fieldName, end - 1, bits);
    }

    private void add(String fieldName, int at, ValueForm form) {
      if (!fieldName.equals("_")) {
        fields.add(new StructForm.Field(fieldName, at, form));
      }
    }

    StructForm form() {
      int whole = size > 0 ? size : up(end, alignment);
      return new StructForm(system, name, whole, alignment, fields);
    }

    private static int up(int offset, int alignment) {
      return (offset + alignment - 1) / alignment * alignment;
    }
  }
}
