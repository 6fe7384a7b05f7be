package socketscope.packet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the types and codes of ICMP are called: RFC 792, 1122, 1256, 1812. */
final class IcmpNames {

  static final int DESTINATION_UNREACHABLE = 3;
  static final int FRAGMENTATION_NEEDED = 4;
  static final int REDIRECT = 5;
  static final int TIME_EXCEEDED = 11;
  static final int PARAMETER_PROBLEM = 12;

  private static final Set<Integer> ERRORS =
      Set.of(DESTINATION_UNREACHABLE, 4, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM);

  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(0, "echo reply"),
          Map.entry(DESTINATION_UNREACHABLE, "destination unreachable"),
          Map.entry(4, "source quench"),
          Map.entry(REDIRECT, "redirect"),
          Map.entry(8, "echo request"),
          Map.entry(9, "router advertisement"),
          Map.entry(10, "router solicitation"),
          Map.entry(TIME_EXCEEDED, "time exceeded"),
          Map.entry(PARAMETER_PROBLEM, "parameter problem"),
          Map.entry(13, "timestamp request"),
          Map.entry(14, "timestamp reply"));

  private static final Map<Integer, List<String>> CODES =
      Map.of(
          DESTINATION_UNREACHABLE,
          List.of(
              "network unreachable",
              "host unreachable",
              "protocol unreachable",
              "port unreachable",
              "fragmentation needed",
              "source route failed",
              "destination network unknown",
              "destination host unknown",
              "source host isolated",
              "network administratively prohibited",
              "host administratively prohibited",
              "network unreachable for type of service",
              "host unreachable for type of service",
              "communication administratively prohibited",
              "host precedence violation",
              "precedence cutoff in effect"),
          REDIRECT,
          List.of(
              "redirect for the network",
              "redirect for the host",
              "redirect for the type of service and network",
              "redirect for the type of service and host"),
          TIME_EXCEEDED,
          List.of("time to live exceeded in transit", "fragment reassembly time exceeded"));

  static final IcmpVocabulary WORDS = new IcmpVocabulary(TYPES, CODES);

  private IcmpNames() {}

  static boolean error(int type) {
    return ERRORS.contains(type);
  }
}
