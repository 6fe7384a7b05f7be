package socketscope.constant;

import java.util.ArrayList;
import java.util.List;

/** The names of one set on one system, in the order of its file. */
final class Names {

  private final ConstantSet set;
  private final List<String> names = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  Names(ConstantSet set) {
    this.set = set;
  }

  void add(String name, long number) {
    names.add(name);
    numbers.add(number);
  }

  List<String> all() {
    return names;
  }

  boolean named(long number) {
    long choice = number & set.choice();
    boolean chosen = set.choice() == 0 || numbers.contains(choice);
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
    int place = numbers.indexOf(number);
    if (place >= 0) {
      return names.get(place);
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
