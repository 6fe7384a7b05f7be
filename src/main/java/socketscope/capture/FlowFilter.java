package socketscope.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.syscall.FilterInstruction;

/**
 * The program that turns packets of some flows away in the kernel. It looks at the pair of ports
 * only, of TCP and UDP alike; whatever has no ports passes.
 */
final class FlowFilter {

  /** A jump reaches over 255 instructions, and each flow takes two. */
  static final int MOST_FLOWS = 64;

  private static final int LOAD_BYTE = 0x30;
  private static final int LOAD_HALF = 0x28;
  private static final int LOAD_WORD_BEHIND_HEADER = 0x40;
  private static final int HEADER_LENGTH_OF_INET4 = 0xb1;
  private static final int HEADER_LENGTH = 0x01;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int FRAGMENT_OFFSET = 0x1fff;
  private static final int INET6_HEADER = 40;

  private FlowFilter() {}

  /** For packets of IPv4 that start at their header. */
  static List<FilterInstruction> inet4(Collection<EndpointPair> turnedAway) {
    int pairs = 2 * turnedAway.size();
    List<FilterInstruction> program = new ArrayList<>();
    program.add(load(LOAD_BYTE, 9));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 1, 0, TCP));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 0, 4 + pairs, UDP));
    program.add(load(LOAD_HALF, 6));
    program.add(new FilterInstruction(JUMP_IF_ANY_BIT, 2 + pairs, 0, FRAGMENT_OFFSET));
    program.add(load(HEADER_LENGTH_OF_INET4, 0));
    return ports(program, turnedAway);
  }

  /** For packets of IPv6; extension headers have no ports. */
  static List<FilterInstruction> inet6(Collection<EndpointPair> turnedAway) {
    int pairs = 2 * turnedAway.size();
    List<FilterInstruction> program = new ArrayList<>();
    program.add(load(LOAD_BYTE, 6));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 1, 0, TCP));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 0, 2 + pairs, UDP));
    program.add(load(HEADER_LENGTH, INET6_HEADER));
    return ports(program, turnedAway);
  }

  /** Both ports are one word, the source's first. */
  private static List<FilterInstruction> ports(
      List<FilterInstruction> program, Collection<EndpointPair> turnedAway) {
    program.add(load(LOAD_WORD_BEHIND_HEADER, 0));
    int left = 2 * turnedAway.size();
    for (EndpointPair flow : turnedAway) {
      int one = flow.one().port();
      int other = flow.other().port();
      program.add(new FilterInstruction(JUMP_IF_EQUAL, left--, 0, one << 16 | other));
      program.add(new FilterInstruction(JUMP_IF_EQUAL, left--, 0, other << 16 | one));
    }
    program.add(load(RETURN, PacketSource.SNAPSHOT));
    program.add(load(RETURN, 0));
    return program;
  }

  private static FilterInstruction load(int code, int operand) {
    return new FilterInstruction(code, 0, 0, operand);
  }
}
