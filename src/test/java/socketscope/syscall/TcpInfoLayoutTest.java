package socketscope.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.constant.Constants;
import socketscope.event.TcpState;
import socketscope.syscall.TcpInfoLayout.Field;
import socketscope.syscall.TcpInfoLayout.Request;
import socketscope.syscall.linux.LinuxTables;
import socketscope.syscall.macos.MacosTables;
import socketscope.syscall.windows.WindowsTables;

class TcpInfoLayoutTest {

  private final TcpInfoLayout linux = LinuxTables.tables().tcpInfo();
  private final TcpInfoLayout macos = MacosTables.tables().tcpInfo();
  private final TcpInfoLayout windows = WindowsTables.tables().tcpInfo();

  static List<TcpInfoLayout> layouts() {
    return List.of(
        LinuxTables.tables().tcpInfo(),
        MacosTables.tables().tcpInfo(),
        WindowsTables.tables().tcpInfo());
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, 7, 0, 0",
    "LISTEN, 10, 1, 1",
    "SYN_SENT, 2, 2, 2",
    "SYN_RECV, 3, 3, 3",
    "ESTABLISHED, 1, 4, 4",
    "FIN_WAIT1, 4, 6, 5",
    "FIN_WAIT2, 5, 9, 6",
    "CLOSE_WAIT, 8, 5, 7",
    "CLOSING, 11, 7, 8",
    "LAST_ACK, 9, 8, 9",
    "TIME_WAIT, 6, 10, 10"
  })
  void aStateHasItsNumber(TcpState state, int onLinux, int onMacos, int onWindows) {
    assertThat(linux.state(onLinux)).isEqualTo(state);
    assertThat(macos.state(onMacos)).isEqualTo(state);
    assertThat(windows.state(onWindows)).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyStateHasOneNumber(TcpInfoLayout layout) {
    List<TcpState> states = new ArrayList<>();
    for (int number = -300; number < 300; number++) {
      TcpState state = layout.state(number);
      if (state != null) {
        states.add(state);
      }
    }
    assertThat(states).containsExactlyInAnyOrder(TcpState.values());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noFieldLiesOverAnother(TcpInfoLayout layout) {
    boolean[] taken = new boolean[layout.size()];
    for (Field field : Field.values()) {
      for (int i = 0; i < layout.width(field); i++) {
        int at = layout.offset(field) + i;
        assertThat(taken[at]).as("%s at %d", field, at).isFalse();
        taken[at] = true;
      }
    }
    assertThat(layout.offset(Field.STATE)).isZero();
  }

  @Test
  void fieldsAreReadInTheirUnit() {
    assertThat(linux.read(Field.RTT, answer(232).putInt(68, 40).array(), 232)).hasValue(40);
    assertThat(macos.read(Field.RTT, answer(112).putInt(44, 40).array(), 112)).hasValue(40_000);
    assertThat(windows.read(Field.RTT, answer(88).putInt(20, 40).array(), 88)).hasValue(40);
  }

  @Test
  void fieldsAreUnsigned() {
    byte[] answer = answer(232).put(2, (byte) -1).putInt(24, -1).putLong(120, 1L << 40).array();
    assertThat(linux.read(Field.RETRANSMITS, answer, 232)).hasValue(255);
    assertThat(linux.read(Field.UNACKED, answer, 232)).hasValue(0xffff_ffffL);
    assertThat(linux.read(Field.BYTES_ACKED, answer, 232)).hasValue(1L << 40);
  }

  @Test
  void theStateIsReadFromAnAnswer() {
    assertThat(linux.state(answer(232).put(0, (byte) 10).array(), 232)).isEqualTo(TcpState.LISTEN);
    assertThat(windows.state(answer(88).putInt(0, 7).array(), 88)).isEqualTo(TcpState.CLOSE_WAIT);
    assertThat(linux.state(answer(232).array(), 232)).isNull();
    assertThat(linux.state(answer(232).array(), 0)).isNull();
  }

  private static ByteBuffer answer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }

  @Test
  void whatTheSystemDoesNotSayIsEmpty() {
    assertThat(linux.read(Field.SEND_WINDOW, new byte[232], 231)).isEmpty();
    assertThat(linux.read(Field.SEND_WINDOW, new byte[232], 232)).hasValue(0);
    assertThat(linux.read(Field.SEND_WINDOW, new byte[100], 232)).isEmpty();
    assertThat(windows.read(Field.UNACKED, new byte[88], 88)).isEmpty();
    assertThat(windows.offset(Field.UNACKED)).isEqualTo(-1);
    assertThat(windows.width(Field.UNACKED)).isZero();
  }

  @Test
  void theRequestIsThatOfTheConstants() {
    Constants ofLinux = LinuxTables.tables().constants();
    assertThat(linux.request()).isEqualTo(option(ofLinux, "TCP_INFO"));
    Constants ofMacos = MacosTables.tables().constants();
    assertThat(macos.request()).isEqualTo(option(ofMacos, "TCP_CONNECTION_INFO"));
    int control = WindowsTables.tables().constants().asInt("SIO_TCP_INFO").orElseThrow();
    assertThat(windows.request()).isEqualTo(new Request.Control(control, 0));
  }

  private static Request option(Constants constants, String name) {
    int level = constants.asInt("IPPROTO_TCP").orElseThrow();
    return new Request.Option(level, constants.asInt(name).orElseThrow());
  }

  @Test
  void aFieldLiesWithinTheAnswer() {
    TcpInfoLayout.Table table = new TcpInfoLayout.Table(new Request.Option(6, 11), 8);
    assertThatThrownBy(() -> table.field(Field.RTT, 5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("RTT ends at 9");
  }
}
