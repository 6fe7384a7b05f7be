package socketscope.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;
import socketscope.syscall.linux.LinuxTables;
import socketscope.syscall.macos.MacosTables;
import socketscope.syscall.windows.WindowsTables;

/** The bytes below are those of a little-endian machine, which all three systems run on. */
class AddressLayoutTest {

  private static final HexFormat HEX = HexFormat.of();

  static List<SystemTables> systems() {
    return List.of(LinuxTables.tables(), MacosTables.tables(), WindowsTables.tables());
  }

  private static AddressLayout layout(String system) {
    for (SystemTables tables : systems()) {
      if (tables.system().equals(system)) {
        return tables.addresses();
      }
    }
    throw new AssertionError(system);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,   127.0.0.1:5000, 0200 1388 7f000001 0000000000000000",
    "macOS,   127.0.0.1:5000, 1002 1388 7f000001 0000000000000000",
    "Windows, 127.0.0.1:5000, 0200 1388 7f000001 0000000000000000",
    "Linux,   '[::1]:80', 0a00 0050 00000000 0000000000000000 0000000000000001 00000000",
    "macOS,   '[::1]:80', 1c1e 0050 00000000 0000000000000000 0000000000000001 00000000",
    "Windows, '[::1]:80', 1700 0050 00000000 0000000000000000 0000000000000001 00000000",
    "Linux,   255.1.2.254:65535, 0200 ffff ff0102fe 0000000000000000",
    "Linux, '[1:2:3:4:5:6:7:8]:1', 0a00 0001 00000000 0001000200030004 0005000600070008 00000000"
  })
  void anAddressHasTheseBytes(String system, String text, String bytes) throws Exception {
    SocketAddress address = SocketAddress.parse(text);
    byte[] expected = HEX.parseHex(bytes.replace(" ", ""));
    AddressLayout layout = layout(system);

    assertThat(layout.encode(address)).isEqualTo(expected);
    assertThat(layout.decode(expected, expected.length)).isEqualTo(address);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void whatIsWrittenIsReadAgain(SystemTables tables) {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      SocketAddress address = anyAddress(random);
      byte[] buffer = new byte[tables.addresses().storageSize()];
      random.nextBytes(buffer);
      byte[] bytes = tables.addresses().encode(address);
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);

      assertThat(tables.addresses().decode(buffer, bytes.length)).isEqualTo(address);
    }
  }

  private static SocketAddress anyAddress(Random random) {
    int port = random.nextInt(65536);
    return switch (random.nextInt(3)) {
      case 0 -> new SocketAddress.Inet4(random.nextInt(), port);
      case 1 -> new SocketAddress.Inet6(random.nextLong(), random.nextLong(), port);
      default -> {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        yield new SocketAddress.Other(100 + random.nextInt(100), Bytes.copyOf(bytes));
      }
    };
  }

  @ParameterizedTest
  @MethodSource("systems")
  void whatTheKernelDidNotWriteIsNoAddress(SystemTables tables) {
    byte[] buffer = tables.addresses().encode(new SocketAddress.Inet4(0x7f000001, 1));
    assertThat(tables.addresses().decode(buffer, 0)).isNull();
    assertThat(tables.addresses().decode(buffer, 1)).isNull();
    assertThat(tables.addresses().decode(new byte[0], 16)).isNull();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void anAddressThatDidNotFitIsKeptByteForByte(SystemTables tables) {
    AddressLayout layout = tables.addresses();
    byte[] whole = layout.encode(new SocketAddress.Inet4(0x7f000001, 5000));
    Bytes cut = Bytes.copyOf(new byte[] {0x13, (byte) 0x88, 127, 0});

    assertThat(layout.decode(whole, 6)).isEqualTo(new SocketAddress.Other(2, cut));
    assertThat(layout.decode(Arrays.copyOf(whole, 6), 16))
        .isEqualTo(new SocketAddress.Other(2, cut));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theFamiliesAreThoseOfTheConstants(SystemTables tables) {
    AddressLayout layout = tables.addresses();
    assertThat(tables.constants().asInt("AF_INET")).hasValue(layout.inet4().family());
    assertThat(tables.constants().asInt("AF_INET6")).hasValue(layout.inet6().family());
    assertThat(tables.constants().asInt("AF_UNIX")).hasValue(layout.unix().family());
  }

  @Test
  void anAddressWithoutANameOfItsFamilyIsAllHead() {
    byte[] unnamed = {1, 0};
    assertThat(layout("Linux").decode(unnamed, 2))
        .isEqualTo(new SocketAddress.Unix(false, Bytes.copyOf(new byte[0])));
  }
}
