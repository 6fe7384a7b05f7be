package socketscope.constant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of one set on one system, in the order of its file. */
final class Names {

  private final ConstantSet set;
  private final List<String> names = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final Map<Long, String> first = new HashMap<>();
  private final Map<Long, String> forms = new HashMap<>();

  Names(ConstantSet set) {
    this.set = set;
  }

  void add(String name, long number) {
    names.add(name);
    numbers.add(number);
    first.putIfAbsent(number, name);
  }

  void form(long number, String form) {
    forms.put(number, form);
  }

  List<String> all() {
    return names;
  }

  /** What the form of a number's value is called; null where nothing is said. */
  @Nullable String form(long number) {
    return forms.get(number);
  }

  boolean named(long number) {
    long choice = number & set.choice();
    boolean chosen = set.choice() == 0 || first.containsKey(choice);
    return chosen && unnamedBits(number & ~set.choice(), new ArrayList<>()) == 0;
  }

  String spell(long number) {
    if (!set.hasBits()) {
      return one(number);
    }
    List<String> parts = new ArrayList<>();
    if (set.choice() != 0) {
      parts.add(one(number & set.choice()));
    }
    long rest = unnamedBits(number & ~set.choice(), parts);
    if (rest != 0) {
      parts.add("0x" + Long.toHexString(rest));
    }
    return parts.isEmpty() ? "0" : String.join("|", parts);
  }

  private String one(long number) {
    String name = first.get(number);
    if (name != null) {
      return name;
    }
    boolean hexadecimal = set == ConstantSet.IOCTL_REQUEST && number != 0;
    return hexadecimal ? "0x" + Long.toHexString(number) : Long.toString(number);
  }

  /** Adds the names of bits; what is left has none. */
  private long unnamedBits(long bits, List<String> found) {
    long rest = set.hasBits() ? bits : 0;
    for (int i = 0; rest != 0 && i < names.size(); i++) {
      long number = numbers.get(i);
      boolean flag = number != 0 && (number & set.choice()) == 0;
      if (flag && (rest & number) == number) {
        found.add(names.get(i));
        rest &= ~number;
      }
    }
    return rest;
  }
}
