package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketKind.Family;
import socketscope.socket.SocketRecord;

/** What is known of the socket that a call failed on; the same errno then means something else. */
public enum Situation {
  /** The descriptor is -1, which a call that fails returns. */
  NO_DESCRIPTOR,
  /** The descriptor is 0, 1 or 2, and no socket. */
  STANDARD,
  /** The program has closed this descriptor. */
  CLOSED,
  /** The program has never opened this descriptor, as far as the events tell. */
  NEVER_OPENED,
  /** The pointer to the bytes to send points to nothing. */
  BAD_BUFFER,
  /** The pointer to the room for what is received points to nothing. */
  BAD_ROOM,
  /** The pointer to an address that is given points to nothing. */
  BAD_ADDRESS,
  /** The pointer to the place for an answer points to nothing. */
  BAD_PLACE,
  /** The pointer to that place's length points to nothing. */
  BAD_LENGTH,
  /** The pointer to an option's value points to nothing. */
  BAD_VALUE,
  /** A length is below 0. */
  NEGATIVE_LENGTH,
  /** A length is less than what it stands for has. */
  SHORT_LENGTH,
  /** A length is more than any address has. */
  LONG_LENGTH,
  /** The flags name MSG_OOB. */
  URGENT,
  /** The flags name MSG_ERRQUEUE. */
  ERROR_QUEUE,
  /** The flags name MSG_DONTWAIT. */
  NOT_WAITING,
  /** The port is 0. */
  PORT_ZERO,
  /** The port is below 1024. */
  PRIVILEGED_PORT,
  /** The address is one of all machines of a network. */
  BROADCAST,
  /** The address is an IPv4 one in IPv6's form. */
  MAPPED,
  /** The option can only be read. */
  READ_ONLY,
  /** The option wants a structure and got a number. */
  STRUCTURE,
  /** The type is SOCK_RAW. */
  RAW,
  /** There is no protocol of that number at all. */
  NO_PROTOCOL,
  /** The call's address is not of the socket's family. */
  OTHER_FAMILY,
  /** A socket of AF_UNIX. */
  UNIX,
  /** A datagram socket. */
  DATAGRAM,
  /** The program has shut down the sending side. */
  WRITE_SHUT,
  /** Neither an address nor a connection. */
  UNBOUND,
  /** An address, but no connection, and not listening. */
  BOUND,
  /** A listener. */
  LISTENING,
  /** One end of a connection, or a datagram socket with a peer. */
  CONNECTED;

  /** Its word in a text's key. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What holds of a call's socket, that which explains most first. */
  static List<Situation> of(@Nullable SocketRecord socket, Call call, boolean descriptorClosed) {
    List<Situation> situations = new ArrayList<>(ArgumentSituations.of(call));
    if (socket == null) {
      situations.addAll(ArgumentSituations.ofNoSocket(call, descriptorClosed));
      return situations;
    }
    if (otherFamily(socket, call)) {
      situations.add(OTHER_FAMILY);
    }
    if (socket.kind().unix()) {
      situations.add(UNIX);
    }
    if (socket.kind().datagram()) {
      situations.add(DATAGRAM);
    }
    if (socket.shutWriting() != null) {
      situations.add(WRITE_SHUT);
    }
    switch (socket.phase()) {
      case UNBOUND -> situations.add(UNBOUND);
      case BOUND -> situations.add(BOUND);
      case LISTENING -> situations.add(LISTENING);
      case CONNECTED, BROKEN -> situations.add(CONNECTED);
      case CONNECTING, CLOSED -> {}
    }
    return situations;
  }

  private static boolean otherFamily(SocketRecord socket, Call call) {
    return call.arguments().stream()
        .anyMatch(argument ->
            argument instanceof Argument.Address(SocketAddress address)
                && switch (address) {
                  case SocketAddress.Inet4 _ -> socket.kind().family() != Family.INET;
                  case SocketAddress.Inet6 _ -> socket.kind().family() != Family.INET6;
                  case SocketAddress.Unix _ -> !socket.kind().unix();
                  case SocketAddress.Other other -> other.family() != 0;
                });
  }
}
