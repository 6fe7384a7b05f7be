package socketscope.code;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How structures lie in memory, for languages that have no declarations of C: on 64 bits. */
final class StructLayouts {

  private static final Map<String, Map<String, Integer>> ALL = new HashMap<>();

  static {
    for (String line : Template.read("structures.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split("\\s+");
        Map<String, Integer> fields = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i += 2) {
          fields.put(words[i], Integer.valueOf(words[i + 1]));
        }
        ALL.put(words[0], fields);
      }
    }
  }

  private StructLayouts() {}

  /** The fields of a structure in their order, with the bytes that each has. */
  static Map<String, Integer> of(String structure) {
    Map<String, Integer> fields = ALL.get(structure);
    if (fields == null) {
      throw new IllegalArgumentException("struct " + structure);
    }
    return fields;
  }
}
