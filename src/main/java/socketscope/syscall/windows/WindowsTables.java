package socketscope.syscall.windows;

import socketscope.constant.Constants;
import socketscope.syscall.PacketTables;
import socketscope.syscall.SystemTables;

/** The tables of Windows, 64 bits. Read from the headers of mingw-w64; not run. */
public final class WindowsTables {

  private WindowsTables() {}

  /**
   * The tables, made anew; {@link socketscope.syscall.local.Systems} says whether they are the
   * ones.
   */
  public static SystemTables tables() {
    return new SystemTables(
        "Windows",
        Constants.windows(),
        WindowsLayouts.addresses(),
        null,
        WindowsLayouts.tcpInfo(),
        null,
        new PacketTables("\\Device\\NPF_Loopback", null),
        null);
  }
}
