package socketscope.syscall.macos;

import socketscope.constant.Constants;
import socketscope.syscall.PacketTables;
import socketscope.syscall.SystemTables;

/** The tables of macOS, Intel and Apple silicon. Read from the headers of XNU; not run. */
public final class MacosTables {

  private MacosTables() {}

  /**
   * The tables, made anew; {@link socketscope.syscall.local.Systems} says whether they are the
   * ones.
   */
  public static SystemTables tables() {
    return new SystemTables(
        "macOS",
        Constants.macos(),
        MacosLayouts.addresses(),
        MacosLayouts.calls(),
        MacosLayouts.tcpInfo(),
        null,
        new PacketTables("lo0", null),
        MacosLayouts.signals());
  }
}
