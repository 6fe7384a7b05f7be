package socketscope.explain;

import socketscope.event.SocketAddress;

/** A socket address as strace writes the structure that holds it. */
final class AddressSpelling {

  /** The buffer that calls are given for an address: a struct sockaddr_storage. */
  static final int BUFFER = 128;

  private AddressSpelling() {}

  static String structure(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet4 ->
          "{sa_family=AF_INET, sin_port=htons("
              + inet4.port()
              + "), sin_addr=inet_addr(\""
              + inet4.host()
              + "\")}";
      case SocketAddress.Inet6 inet6 ->
          "{sa_family=AF_INET6, sin6_port=htons("
              + inet6.port()
              + "), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \""
              + inet6.host()
              + "\", &sin6_addr), sin6_scope_id=0}";
      case SocketAddress.Other(int family, var bytes) ->
          "{sa_family="
              + new LinuxNames().one(LinuxNames.Group.AF, family, "AF_???")
              + (bytes.length() == 0 ? "" : ", sa_data=" + ByteSpelling.quoted(bytes))
              + "}";
    };
  }

  /** The structure's length in bytes: ip(7), ipv6(7). */
  static int length(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> 16;
      case SocketAddress.Inet6 _ -> 28;
      case SocketAddress.Other(int _, var bytes) -> 2 + bytes.length();
    };
  }
}
