package socketscope.explain;

import java.util.Locale;

/**
 * What is known of a call that failed, and of what it was made on; the same errno then means
 * something else. After the colon stands what the texts name of it.
 */
public enum Situation {
  /** The descriptor is -1, and the program has not called what gives one. */
  NOTHING_OPENED_YET,
  /** The descriptor is -1, as the call returned that should have given one: that call. */
  FAILED_BEFORE,
  /** The descriptor is -1, which a call that fails returns. */
  NO_DESCRIPTOR,
  /** The descriptor is 0, the standard input, and no socket. */
  STANDARD_INPUT,
  /** The descriptor is 1 or 2, standard output or errors, and no socket: its number. */
  STANDARD_OUTPUT,
  /** The descriptor is the end of a pipe that is read: its number. */
  PIPE_OUT,
  /** The descriptor is the end of a pipe that is written: its number. */
  PIPE_IN,
  /** The descriptor is a counter of eventfd(): its number. */
  EVENTFD,
  /** The descriptor is a list of epoll_create1(): its number. */
  EPOLL,
  /** The program has closed this descriptor: its number. */
  CLOSED,
  /** The program has never opened this descriptor, as far as the events tell: its number. */
  NEVER_OPENED,

  /** The protocol is one of the socket's family that this kernel does not have: its name. */
  PROTOCOL_MISSING,
  /** The protocol goes with another type: its name, the right type, the one that was given. */
  PROTOCOL_OF_OTHER_TYPE,
  /** ICMP over SOCK_DGRAM, which only some groups of users may have. */
  PING,
  /** Beside the type stand bits that are no flags: type and bits. */
  TYPE_FLAGS,
  /** No type has this number: the number. */
  NO_TYPE,
  /** A pair of sockets of a family that is not AF_UNIX: its name. */
  PAIR_OF_OTHER_FAMILY,

  /** bind() gave the socket its address already: the address. */
  NAMED_BY_BIND,
  /** The kernel gave the socket its address already: the address. */
  NAMED_BY_KERNEL,
  /** accept() gave the socket its address already: the address. */
  NAMED_BY_ACCEPT,
  /** A listener has the port: program, descriptor, address. */
  HELD_BY_LISTENER,
  /** A socket that was bound has the port: program, descriptor, address. */
  HELD_BY_BOUND,
  /** One end of a connection has the port: program, descriptor, address. */
  HELD_BY_CONNECTION,
  /** A connection in TIME_WAIT has the port: its own address, its peer's, the seconds left. */
  HELD_BY_TIME_WAIT,
  /** A connection that no program holds has the port: its own address, its peer's, its state. */
  HELD_BY_KERNEL,
  /** An open AF_UNIX socket has the name: program, descriptor, name. */
  HELD_NAME,
  /** A closed AF_UNIX socket has left its path as a file: program, path. */
  PATH_LEFT,
  /** None of the experiment's sockets has the port: the address. */
  HELD_OUTSIDE,
  /** The kernel was to choose a port, and none is free. */
  NO_FREE_PORT,
  /** Such a connection exists already: its own address, its peer's. */
  SAME_CONNECTION,
  /** The socket at the address is bound and does not listen: program, descriptor, address. */
  TARGET_NOT_LISTENING,
  /** The queue of the listener at the address is full: program, descriptor. */
  QUEUE_FULL,

  /** What an attempt to be connected came to is told by this call: where to. */
  ATTEMPT_TOLD,
  /** The attempt to be connected failed, and a call has told it: where to, its errno. */
  ATTEMPT_FAILED,
  /** The attempt to be connected goes on: where to. */
  CONNECTING,
  /** The connection was broken off, and a call has told it. */
  BROKEN,
  /** The other end has ended its sending: the address there. */
  PEER_ENDED,
  /** The peer closed its end while it had unread bytes: its program. */
  RESET_UNREAD,
  /** The peer closed its end with SO_LINGER and 0 seconds: its program. */
  RESET_BY_LINGER,
  /** The last bytes were sent when the peer had closed: its program. */
  RESET_LATE,
  /** The listener was closed before it had accepted the connection: its program. */
  RESET_IN_QUEUE,
  /** The other end of an AF_UNIX socket is closed: its program. */
  UNIX_PEER_CLOSED,
  /** The other end of an AF_UNIX socket has shut down receiving: its program. */
  UNIX_PEER_STOPPED_READING,
  /** The program has shut down the sending side of an AF_UNIX socket. */
  UNIX_WRITE_SHUT,
  /** O_NONBLOCK is set. */
  NON_BLOCKING,
  /** The time of SO_RCVTIMEO or SO_SNDTIMEO has passed: the option. */
  TIME_OVER,
  /** Bytes of a stream were taken out and had nowhere to go. */
  STREAM_BYTES_LOST,

  /** The pointer to the bytes to send points to nothing. */
  BAD_BUFFER,
  /** The pointer to the room for what a stream receives points to nothing. */
  BAD_ROOM_OF_STREAM,
  /** The pointer to the room for what is received points to nothing. */
  BAD_ROOM,
  /** The pointer to an address that is given points to nothing. */
  BAD_ADDRESS,
  /** The pointer to the place for an answer points to nothing: the type in C. */
  BAD_PLACE,
  /** The pointer to that place's length points to nothing. */
  BAD_LENGTH,
  /** The pointer to an option's value points to nothing. */
  BAD_VALUE,
  /** A length is below 0. */
  NEGATIVE_LENGTH,
  /** A length is less than what it stands for has: the type in C, its size. */
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
  /** The option wants a structure and got a number: the type in C. */
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
}
