package socketscope.constant;

/** A system whose constants are known. */
public enum SystemName {
  /** Linux on x86-64, ARM and RISC-V of 64 bits. */
  LINUX("Linux"),
  /** macOS. */
  MACOS("macOS"),
  /** Windows. */
  WINDOWS("Windows");

  private final String text;

  SystemName(String text) {
    this.text = text;
  }

  /**
   * The system of a name as people or the property os.name write it, with or without a version:
   * {@code Linux 6.12}, {@code Mac OS X}, {@code Windows 11}. Linux where it is none of them.
   */
  public static SystemName of(String name) {
    if (name.startsWith("Mac") || name.startsWith("mac")) {
      return MACOS;
    }
    return name.startsWith("Windows") ? WINDOWS : LINUX;
  }

  /** The system that this program runs on. */
  public static SystemName current() {
    return of(System.getProperty("os.name", ""));
  }

  /** As people write it: {@code macOS}. */
  @Override
  public String toString() {
    return text;
  }
}
