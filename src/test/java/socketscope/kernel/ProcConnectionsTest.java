package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.TcpState;
import socketscope.syscall.SystemTables;
import socketscope.syscall.linux.LinuxTables;

/** Lines of /proc/net/tcp and tcp6, as a machine with the low byte first writes them. */
class ProcConnectionsTest {

  private final SystemTables linux = LinuxTables.tables();
  private final ProcConnections files = new ProcConnections(NetworkFiles.OWN, linux.tcpInfo());

  @BeforeEach
  void onlyWithTheLowByteFirst() {
    assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "addresses are written so");
  }

  private KernelConnection read(String line) {
    List<KernelConnection> read = files.read(line, 7);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  @Test
  void aTimeWaitHasItsTimerInHundredthsOfASecond() {
    KernelConnection left =
        read(
            "   1: 0100007F:1388 0100007F:B7D8 06 00000000:00000000 03:00001770 00000000     0"
                + "        0 0 3 0000000000000000");
    assertThat(left.local()).hasToString("127.0.0.1:5000");
    assertThat(left.peer()).hasToString("127.0.0.1:47064");
    assertThat(left.state()).isEqualTo(TcpState.TIME_WAIT);
    assertThat(left.timer()).isEqualTo(Timer.TIME_WAIT);
    assertThat(left.timerMillis()).isEqualTo(60_000);
    assertThat(left.withoutDescriptor()).isTrue();
    assertThat(left.seen()).isEqualTo(7);
  }

  @Test
  void aFinThatNobodyHasReadIsNoByte() {
    KernelConnection waiting =
        read(
            "  12: 00000000000000000000000001000000:1388 00000000000000000000000001000000:B7D8 08"
                + " 00000000:00000005 00:00000000 00000000     0        0 0 2 00000000816eba1a 20"
                + " 4 31 10 -1");
    assertThat(waiting.local()).hasToString("[::1]:5000");
    assertThat(waiting.state()).isEqualTo(TcpState.CLOSE_WAIT);
    assertThat(waiting.receiveQueue()).isEqualTo(4);
    assertThat(waiting.timerMillis()).isEqualTo(-1);
  }

  @Test
  void retransmissionsAndTheInodeAreRead() {
    KernelConnection held =
        read(
            "   7: 0100007F:8084 0100007F:A289 02 00000001:00000000 01:00000063 00000002     0"
                + "        0 851556 2 000000000b4e0aa1 100 0 0 10 -1");
    assertThat(held.state()).isEqualTo(TcpState.SYN_SENT);
    assertThat(held.timer()).isEqualTo(Timer.RETRANSMISSION);
    assertThat(held.timerMillis()).isEqualTo(990);
    assertThat(held.retransmissions()).isEqualTo(2);
    assertThat(held.sendQueue()).isEqualTo(1);
    assertThat(held.inode()).isEqualTo(851556);
  }

  @Test
  void listenersAndTornLinesAreNoConnections() {
    String listener =
        "   0: 0100007F:A289 00000000:0000 0A 00000000:00000002 00:00000000 00000000     0"
            + "        0 851553 3 000000002f91bc32 100 0 0 10 0";
    assertThat(files.read(listener, 7)).isEmpty();
    assertThat(files.read(listener.substring(0, 60), 7)).isEmpty();
    assertThat(files.read("", 7)).isEmpty();
  }
}
