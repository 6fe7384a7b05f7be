package socketscope.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;
import socketscope.syscall.AddressLayout;
import socketscope.syscall.linux.LinuxTables;
import socketscope.syscall.macos.MacosTables;
import socketscope.syscall.windows.WindowsTables;

class AddressStructTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:5000",
        "192.0.2.1:65535",
        "[::1]:5000",
        "[2001:db8::1]:80",
        "unix:chat",
        "unix:@chat",
        "unix:",
        "AF_UNSPEC",
        "family 47 \"abc\""
      })
  void bytesAreThoseThatTheCallsWrite(String text) throws Exception {
    SocketAddress address = SocketAddress.parse(text);
    check(address, SockaddrFormat.LINUX, LinuxTables.tables().addresses());
    check(address, SockaddrFormat.MACOS, MacosTables.tables().addresses());
    check(address, SockaddrFormat.WINDOWS, WindowsTables.tables().addresses());
  }

  private static void check(SocketAddress address, SockaddrFormat dialect, AddressLayout layout) {
    AddressStruct struct = AddressStruct.of(address, dialect);
    assertThat(struct.bytes()).isEqualTo(Bytes.copyOf(layout.encode(address)));
    int end = 0;
    for (AddressField field : struct.fields()) {
      assertThat(field.offset()).isEqualTo(end);
      end = field.end();
    }
    assertThat(end).isEqualTo(struct.bytes().length());
  }
}
