package socketscope.kernel;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import socketscope.event.SocketAddress;

/** Which addresses the network interfaces of this machine have. */
interface OwnAddresses {

  /** Whether one of them has that address; also where that cannot be told. */
  boolean include(SocketAddress address);

  /** Those that the system tells of now. */
  static OwnAddresses ofThisMachine() {
    return address -> {
      try {
        return NetworkInterface.getByInetAddress(InetAddress.getByAddress(bytes(address))) != null;
      } catch (SocketException | UnknownHostException e) {
        return true;
      }
    };
  }

  private static byte[] bytes(SocketAddress address) {
    return switch (address.unmapped()) {
      case SocketAddress.Inet4(int number, _) ->
          ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
      case SocketAddress.Inet6(long high, long low, _) ->
          ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
      case SocketAddress.Unix _, SocketAddress.Other _ -> new byte[0];
    };
  }
}
