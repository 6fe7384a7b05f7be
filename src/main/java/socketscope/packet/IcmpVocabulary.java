package socketscope.packet;

import java.util.List;
import java.util.Map;

/**
 * What the types of a protocol's messages are called, and the codes of each type from 0 on.
 *
 * @param types the name of each known type
 * @param codes the names of the codes of a type that has several
 */
record IcmpVocabulary(Map<Integer, String> types, Map<Integer, List<String>> codes) {

  String type(long type) {
    String name = types.get((int) type);
    return name == null ? Long.toString(type) : type + " (" + name + ")";
  }

  String code(int type, long code) {
    List<String> names = codes.getOrDefault(type, List.of());
    return code < names.size() ? code + " (" + names.get((int) code) + ")" : Long.toString(code);
  }

  String meaning(int type, int code) {
    List<String> names = codes.getOrDefault(type, List.of());
    return code < names.size()
        ? names.get(code)
        : types.getOrDefault(type, "type " + type) + (code == 0 ? "" : ", code " + code);
  }
}
