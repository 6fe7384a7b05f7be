package socketscope.syscall.linux;

import socketscope.syscall.Constants;
import socketscope.syscall.SystemTables;

/** The tables of Linux: x86, ARM and RISC-V of 64 bits, with glibc or musl. */
public final class LinuxTables {

  private LinuxTables() {}

  /**
   * The tables, made anew; {@link socketscope.syscall.local.Systems} says whether they are the
   * ones.
   */
  public static SystemTables tables() {
    Constants.Table constants = new Constants.Table();
    LinuxCallConstants.addTo(constants);
    LinuxOptionConstants.addTo(constants);
    return new SystemTables(
        "Linux",
        constants.build(),
        LinuxErrnos.names(),
        LinuxLayouts.addresses(),
        LinuxLayouts.tcpInfo(),
        LinuxDiagnosis.layout(),
        LinuxPacketLayouts.tables(),
        LinuxLayouts.signals());
  }
}
