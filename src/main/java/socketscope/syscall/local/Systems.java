package socketscope.syscall.local;

import socketscope.syscall.SystemTables;
import socketscope.syscall.linux.LinuxTables;
import socketscope.syscall.macos.MacosTables;
import socketscope.syscall.windows.WindowsTables;

/** The one place that asks which system this is. */
public final class Systems {

  private Systems() {}

  /**
   * The tables of the system that this runs on.
   *
   * @throws UnsupportedSystemException where there are none
   */
  public static SystemTables current() throws UnsupportedSystemException {
    return tables(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The tables for a system and architecture, as the properties os.name and os.arch say them. */
  static SystemTables tables(String name, String architecture) throws UnsupportedSystemException {
    // Other architectures lay out structures differently (32 bits) or number options otherwise
    // (MIPS, PowerPC, SPARC).
    boolean known =
        architecture.equals("amd64")
            || architecture.equals("x86_64")
            || architecture.equals("aarch64")
            || architecture.equals("riscv64");
    if (known && name.equals("Linux")) {
      return LinuxTables.tables();
    }
    if (known && name.equals("Mac OS X")) {
      return MacosTables.tables();
    }
    if (known && name.startsWith("Windows")) {
      return WindowsTables.tables();
    }
    throw new UnsupportedSystemException(name, architecture);
  }
}
