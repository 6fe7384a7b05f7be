package socketscope.constant;

import java.util.Optional;

/**
 * A number from a set of constants. Two that have the same number are equal, however they were
 * written: {@code 2049}, {@code 0x801} and {@code SOCK_STREAM|SOCK_NONBLOCK}.
 */
public final class Constant {

  private final Constants system;
  private final ConstantSet set;
  private final long level;
  private final long number;
  private final String text;

  /**
   * Made by {@link Constants}.
   *
   * @param level of an option or a control message; 0 of others
   * @param text as it was written; empty where it was reported, and is spelled
   */
  Constant(Constants system, ConstantSet set, long level, long number, Optional<String> text) {
    this.system = system;
    this.set = set;
    this.level = level;
    this.number = number;
    this.text = text.orElseGet(this::spelled);
  }

  /** What it is for. */
  public ConstantSet set() {
    return set;
  }

  /** The level of an option or of a control message; 0 of others. */
  public long level() {
    return level;
  }

  /** Its number: with a sign where numbers have one name, without where their bits have names. */
  public long number() {
    return number;
  }

  /** Its number as a C int. */
  public int asInt() {
    return (int) number;
  }

  /** As it was written; as it is spelled where a system has reported it. */
  public String text() {
    return text;
  }

  /**
   * By its names: {@code SOCK_STREAM|SOCK_NONBLOCK}. Bits without a name come last in hexadecimal,
   * no bit is {@code 0}, a choice without a name is a decimal number, and a request of ioctl(2)
   * without a name a hexadecimal one.
   */
  public String spelled() {
    return system.spell(set, level, number);
  }

  /** Whether the set has a name for it, and for each of its bits. */
  public boolean isNamed() {
    return system.names(set, level).named(number);
  }

  /**
   * Whether it has the number of a name; of a socket's type, and of the flags of a file, what it is
   * without its bits: {@code SOCK_STREAM|SOCK_NONBLOCK} is SOCK_STREAM. False where the system does
   * not know the name.
   */
  public boolean is(String name) {
    return system.number(name).stream()
        .anyMatch(value -> choice(set.normalized(value)) == choice(number));
  }

  /** What of a number chooses one name; of flags, all of it. */
  private long choice(long value) {
    return set.choice() == 0 ? value : value & set.choice();
  }

  /**
   * Whether all bits of a flag are set, or, of the names that exclude one another (SOCK_STREAM,
   * O_RDWR), whether it {@link #is} that. False where the system does not know the name.
   */
  public boolean has(String flag) {
    return system.number(flag).stream()
        .anyMatch(value ->
            (value & ~set.choice()) == 0
                ? is(flag)
                : (number & value & ~set.choice()) == (value & ~set.choice()));
  }

  /** The constant of another number in the same set. */
  public Constant withNumber(long other) {
    return new Constant(system, set, level, set.normalized(other), Optional.empty());
  }

  /** The same without its flags: SOCK_STREAM of SOCK_STREAM|SOCK_NONBLOCK. */
  public Constant withoutBits() {
    return new Constant(system, set, level, choice(number), Optional.empty());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constant that && number == that.number;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
