package socketscope.packet;

import java.util.Map;

/** Numbers of the Protocol field of IPv4 and the Next Header field of IPv6, as IANA lists them. */
final class Protocols {

  static final int HOP_BY_HOP = 0;
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ROUTING = 43;
  static final int FRAGMENT = 44;
  static final int AUTHENTICATION = 51;
  static final int ICMPV6 = 58;
  static final int NO_NEXT_HEADER = 59;
  static final int DESTINATION_OPTIONS = 60;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(HOP_BY_HOP, "Hop-by-Hop Options"),
          Map.entry(ICMP, "ICMP"),
          Map.entry(2, "IGMP"),
          Map.entry(4, "IPv4"),
          Map.entry(TCP, "TCP"),
          Map.entry(UDP, "UDP"),
          Map.entry(33, "DCCP"),
          Map.entry(41, "IPv6"),
          Map.entry(ROUTING, "Routing"),
          Map.entry(FRAGMENT, "Fragment"),
          Map.entry(47, "GRE"),
          Map.entry(50, "ESP"),
          Map.entry(AUTHENTICATION, "Authentication Header"),
          Map.entry(ICMPV6, "ICMPv6"),
          Map.entry(NO_NEXT_HEADER, "No Next Header"),
          Map.entry(DESTINATION_OPTIONS, "Destination Options"),
          Map.entry(89, "OSPF"),
          Map.entry(132, "SCTP"),
          Map.entry(135, "Mobility"),
          Map.entry(136, "UDP-Lite"),
          Map.entry(139, "HIP"),
          Map.entry(140, "Shim6"));

  private Protocols() {}

  static String name(int number) {
    return NAMES.getOrDefault(number, Integer.toString(number));
  }

  /** The number, with its name where there is one. */
  static String text(long number) {
    String name = NAMES.get((int) number);
    return name == null ? Long.toString(number) : number + " (" + name + ")";
  }
}
