package socketscope.constant;

/** A system whose constants are known. */
public enum SystemName {
  /** Linux on x86-64, ARM and RISC-V of 64 bits. */
  LINUX("Linux", "linux"),
  /** macOS. */
  MACOS("macOS", "macos"),
  /** Windows. */
  WINDOWS("Windows", "windows");

  private final String text;
  private final String file;

  SystemName(String text, String file) {
    this.text = text;
    this.file = file;
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

  /** The resource with its constants. */
  String file() {
    return file + ".txt";
  }

  /** The resource with the forms of its values. */
  String formFile() {
    return file + "-forms.txt";
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
