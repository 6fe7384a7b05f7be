package socketscope.packet;

import java.util.List;
import java.util.Map;

/** What the types and codes of ICMPv6 are called: RFC 4443, 4861, 2710. */
final class Icmpv6Names {

  static final int DESTINATION_UNREACHABLE = 1;
  static final int PACKET_TOO_BIG = 2;
  static final int TIME_EXCEEDED = 3;
  static final int PARAMETER_PROBLEM = 4;

  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(DESTINATION_UNREACHABLE, "destination unreachable"),
          Map.entry(PACKET_TOO_BIG, "packet too big"),
          Map.entry(TIME_EXCEEDED, "time exceeded"),
          Map.entry(PARAMETER_PROBLEM, "parameter problem"),
          Map.entry(128, "echo request"),
          Map.entry(129, "echo reply"),
          Map.entry(130, "multicast listener query"),
          Map.entry(131, "multicast listener report"),
          Map.entry(132, "multicast listener done"),
          Map.entry(133, "router solicitation"),
          Map.entry(134, "router advertisement"),
          Map.entry(135, "neighbor solicitation"),
          Map.entry(136, "neighbor advertisement"),
          Map.entry(137, "redirect"),
          Map.entry(143, "multicast listener report, version 2"));

  private static final Map<Integer, List<String>> CODES =
      Map.of(
          DESTINATION_UNREACHABLE,
          List.of(
              "no route to destination",
              "communication administratively prohibited",
              "beyond scope of source address",
              "address unreachable",
              "port unreachable",
              "source address failed ingress/egress policy",
              "reject route to destination"),
          TIME_EXCEEDED,
          List.of("hop limit exceeded in transit", "fragment reassembly time exceeded"),
          PARAMETER_PROBLEM,
          List.of(
              "erroneous header field encountered",
              "unrecognized next header type encountered",
              "unrecognized IPv6 option encountered"));

  static final IcmpVocabulary WORDS = new IcmpVocabulary(TYPES, CODES);

  private Icmpv6Names() {}
}
