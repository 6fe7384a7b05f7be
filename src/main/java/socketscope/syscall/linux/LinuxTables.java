package socketscope.syscall.linux;

import socketscope.constant.Constants;
import socketscope.syscall.SystemTables;

/** The tables of Linux: x86, ARM and RISC-V of 64 bits, with glibc or musl. */
public final class LinuxTables {

  private LinuxTables() {}

  /**
   * The tables, made anew; {@link socketscope.syscall.local.Systems} says whether they are the
   * ones.
   */
  public static SystemTables tables() {
    return new SystemTables(
        "Linux",
        Constants.linux(),
        LinuxLayouts.addresses(),
        LinuxLayouts.calls(System.getProperty("os.arch", "")),
        LinuxLayouts.tcpInfo(),
        LinuxDiagnosis.layout(),
        LinuxPacketLayouts.tables(),
        LinuxLayouts.signals());
  }
}
