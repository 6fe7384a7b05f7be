package socketscope.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.syscall.DiagnosisLayout.Page;
import socketscope.syscall.linux.LinuxTables;

/** The bytes of sock_diag(7), on every system. */
class DiagnosisLayoutTest {

  private static final int DONE = 3;
  private static final int ERROR = 2;
  private static final int SOCKET = 20;

  private final AddressLayout addresses = LinuxTables.tables().addresses();
  private final DiagnosisLayout linux = LinuxTables.tables().diagnosis();

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }

  private static byte[] message(int type, int bodySize) {
    return buffer(16 + bodySize).putInt(16 + bodySize).putShort((short) type).array();
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = buffer(IntStream.range(0, parts.length).map(i -> parts[i].length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** A TIME_WAIT of 127.0.0.1:5000 with 127.0.0.1:40000. */
  private static byte[] timeWait() {
    byte[] bytes = message(SOCKET, 72);
    ByteBuffer.wrap(bytes, 16, 72)
        .put(new byte[] {2, 6, 3, 0})
        .putShort((short) 5000)
        .putShort((short) 40000);
    ByteBuffer.wrap(bytes).putInt(16 + 8, 127 << 24 | 1).putInt(16 + 24, 127 << 24 | 1);
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(16 + 52, 59_000);
    return bytes;
  }

  /** An established [::1]:5000 with [::1]:40000 that nobody has accepted, with 4 bytes unread. */
  private static byte[] waiting() {
    byte[] bytes = message(SOCKET, 72);
    ByteBuffer.wrap(bytes, 16, 72)
        .put(new byte[] {10, 1, 0, 0})
        .putShort((short) 5000)
        .putShort((short) 40000);
    ByteBuffer.wrap(bytes).putLong(16 + 16, 1).putLong(16 + 32, 1);
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(16 + 56, 4);
    return bytes;
  }

  @Test
  void asksForEverySocketOfADomain() {
    byte[] expected = message(SOCKET, 56);
    ByteBuffer.wrap(expected).order(ByteOrder.nativeOrder()).putShort(6, (short) 0x301);
    expected[16] = 10;
    expected[17] = 6;
    ByteBuffer.wrap(expected).putInt(20, -1);
    assertThat(linux.ask(10, 6)).isEqualTo(expected);
  }

  @Test
  void readsSocketsOfBothFamilies() {
    Page page = linux.read(join(timeWait(), waiting(), message(DONE, 4)), addresses);
    assertThat(page.last()).isTrue();
    assertThat(page.refused()).isFalse();
    assertThat(page.sockets())
        .extracting(socket ->
            socket.local()
                + " "
                + socket.peer()
                + " "
                + socket.state()
                + " "
                + socket.timer()
                + " "
                + socket.timerMillis()
                + " "
                + socket.receiveQueue())
        .containsExactly(
            "127.0.0.1:5000 127.0.0.1:40000 6 3 59000 0", "[::1]:5000 [::1]:40000 1 0 0 4");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "87, 0", "88, 1", "175, 1", "176, 2"})
  void aCutAnswerGivesWhatIsWhole(int length, int sockets) {
    byte[] whole = join(timeWait(), waiting());
    Page page = linux.read(java.util.Arrays.copyOf(whole, length), addresses);
    assertThat(page.sockets()).hasSize(sockets);
    assertThat(page.last()).isFalse();
  }

  @Test
  void aRefusalIsSaid() {
    Page page = linux.read(message(ERROR, 20), addresses);
    assertThat(page.last()).isTrue();
    assertThat(page.refused()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void garbageIsReadToItsEnd(long seed) {
    Random random = new Random(seed);
    byte[] bytes = join(timeWait(), waiting(), timeWait(), message(DONE, 4));
    for (int i = 0; i < 20; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    assertThat(linux.read(bytes, addresses).sockets().size()).isBetween(0, bytes.length / 16);
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }
}
