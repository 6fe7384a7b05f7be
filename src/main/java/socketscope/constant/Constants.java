package socketscope.constant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All constants of one system. A name that this system does not have is absent: SO_REUSEPORT on
 * Windows.
 */
public final class Constants {

  private static final Map<SystemName, Constants> LOADED = new HashMap<>();

  private final SystemName system;
  private final Map<ConstantSet, Map<Long, Names>> sets;
  private final Map<String, Long> numbers;
  private @Nullable FormFile forms;

  Constants(SystemName system, Map<ConstantSet, Map<Long, Names>> sets, Map<String, Long> numbers) {
    this.system = system;
    this.sets = sets;
    this.numbers = numbers;
  }

  /** Those of Linux. */
  public static Constants linux() {
    return of(SystemName.LINUX);
  }

  /** Those of macOS. */
  public static Constants macos() {
    return of(SystemName.MACOS);
  }

  /** Those of Windows. */
  public static Constants windows() {
    return of(SystemName.WINDOWS);
  }

  /** Those of the system that this program runs on. */
  public static Constants local() {
    return of(SystemName.current());
  }

  /** Those of a system. Its file is read once. */
  public static Constants of(SystemName system) {
    synchronized (LOADED) {
      Constants constants = LOADED.get(system);
      if (constants == null) {
        constants = ConstantFile.read(system);
        LOADED.put(system, constants);
      }
      return constants;
    }
  }

  /** The number of one name, of whatever set; empty where this system has no such name. */
  public OptionalLong number(String name) {
    Long number = numbers.get(name);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The number of one name as a C int; as {@link #number}. */
  public OptionalInt asInt(String name) {
    Long number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValue());
  }

  /**
   * The number of an expression: names and numbers (as in C: decimal, 0x, or octal after a 0)
   * joined by {@code |}, such as {@code MSG_PEEK|MSG_DONTWAIT} or {@code 0x42}.
   *
   * @return empty where a name is unknown on this system, or a number does not fit into 64 bits
   */
  public OptionalLong resolve(String expression) {
    long joined = 0;
    int start = 0;
    while (start <= expression.length()) {
      int bar = expression.indexOf('|', start);
      int end = bar < 0 ? expression.length() : bar;
      String term = expression.substring(start, end).strip();
      OptionalLong value = startsNumber(term) ? literal(term) : number(term);
      if (value.isEmpty()) {
        return OptionalLong.empty();
      }
      joined |= value.getAsLong();
      start = end + 1;
    }
    return OptionalLong.of(joined);
  }

  private static boolean startsNumber(String term) {
    char first = term.isEmpty() ? ' ' : term.charAt(0);
    return first == '-' || first >= '0' && first <= '9';
  }

  private static OptionalLong literal(String term) {
    try {
      return OptionalLong.of(Long.decode(term));
    } catch (NumberFormatException e) {
      return unsigned(term);
    }
  }

  /** Numbers of 64 bits that a long has as negative ones. */
  private static OptionalLong unsigned(String term) {
    boolean hexadecimal = term.startsWith("0x");
    String digits = hexadecimal ? term.substring(2) : term;
    boolean decimal = !hexadecimal && !term.startsWith("0");
    try {
      return hexadecimal || decimal
          ? OptionalLong.of(Long.parseUnsignedLong(digits, hexadecimal ? 16 : 10))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * A constant of a set as somebody writes it: {@code SOCK_STREAM|SOCK_NONBLOCK}, {@code 2049}. A
   * name of another set is taken too, as C takes it.
   *
   * @return empty where a name is unknown on this system, or the number has more than 32 bits
   */
  public Optional<Constant> parse(ConstantSet set, String expression) {
    return parse(set, 0, expression);
  }

  /** An option of a level as somebody writes it; as {@link #parse(ConstantSet, String)}. */
  public Optional<Constant> parseOption(Constant level, String expression) {
    return parse(ConstantSet.OPTION, level.number(), expression);
  }

  /** A type of control message; as {@link #parseOption}. */
  public Optional<Constant> parseControlType(Constant level, String expression) {
    return parse(ConstantSet.CONTROL_TYPE, level.number(), expression);
  }

  private Optional<Constant> parse(ConstantSet set, long level, String expression) {
    return resolve(expression).stream()
        .filter(number -> set == ConstantSet.NUMBER || fits(number))
        .mapToObj(number -> constant(set, level, number, Optional.of(withoutBlanks(expression))))
        .findFirst();
  }

  private static boolean fits(long number) {
    return number >= Integer.MIN_VALUE && number <= 0xffff_ffffL;
  }

  private static String withoutBlanks(String expression) {
    return expression.replaceAll("\\s", "");
  }

  /** The constant of a number that a system has reported. */
  public Constant constant(ConstantSet set, long number) {
    return constant(set, 0, number, Optional.empty());
  }

  /** The option of a number. */
  public Constant option(long level, long number) {
    return constant(ConstantSet.OPTION, level, number, Optional.empty());
  }

  /** The type of a control message of a number. */
  public Constant controlType(long level, long number) {
    return constant(ConstantSet.CONTROL_TYPE, level, number, Optional.empty());
  }

  private Constant constant(ConstantSet set, long level, long number, Optional<String> text) {
    return new Constant(this, set, level, set.normalized(number), text);
  }

  /** The names of a set, aliases included, in the order of the system's file. */
  public List<Constant> all(ConstantSet set) {
    return all(set, 0);
  }

  /** The options of a level; as {@link #all}. */
  public List<Constant> options(long level) {
    return all(ConstantSet.OPTION, level);
  }

  private List<Constant> all(ConstantSet set, long level) {
    return names(set, level).all().stream()
        .flatMap(name -> parse(set, level, name).stream())
        .toList();
  }

  /** Every name that this system has. */
  public Set<String> names() {
    return numbers.keySet();
  }

  /** What the value of an option is in memory: an int where nothing else is known. */
  public ValueForm optionForm(long level, long option) {
    return form(ConstantSet.OPTION, level, option);
  }

  /** What the value of a request of ioctl(2) is in memory, as {@link #optionForm}. */
  public ValueForm requestForm(long request) {
    return form(ConstantSet.IOCTL_REQUEST, 0, request);
  }

  /** What the data of a control message is in memory, as {@link #optionForm}. */
  public ValueForm controlForm(long level, long type) {
    return form(ConstantSet.CONTROL_TYPE, level, type);
  }

  private ValueForm form(ConstantSet set, long level, long number) {
    return forms()
        .form(set, level, set.normalized(number))
        .orElseGet(() -> NumberForm.of(this, Integer.BYTES, true));
  }

  /** Read when it is needed first. */
  synchronized FormFile forms() {
    if (forms == null) {
      forms = FormFile.read(this, system.formFile());
    }
    return forms;
  }

  String spell(ConstantSet set, long level, long number) {
    return names(set, level).spell(number);
  }

  /** Where a level has no types of control messages of its own, its options are the types. */
  Names names(ConstantSet set, long level) {
    Names names = sets.getOrDefault(set, Map.of()).get(level);
    if (names == null && set == ConstantSet.CONTROL_TYPE) {
      return names(ConstantSet.OPTION, level);
    }
    return names == null ? new Names(set) : names;
  }
}
