package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/** Every argument that the C library's function has, those too that a lesson leaves out. */
final class Slots {

  /** The names of the variables that the kernel writes to. */
  static final String TOLD = "told";

  static final String VALUE = "value";

  /** More room than that is not asked for: no call of an experiment fills it. */
  static final long MOST_ROOM = 1 << 24;

  /** struct sockaddr_storage. */
  private static final int STORAGE = 128;

  private static final int USUAL_LENGTH = 16;
  private static final int LARGEST_OPTION = 65536;

  private final Step step;
  private final List<Slot> slots = new ArrayList<>();

  private Slots(Step step) {
    this.step = step;
  }

  static List<Slot> of(Step step) {
    Slots slots = new Slots(step);
    if (step.on() != null) {
      slots.add(new Slot.Descriptor(step.on()));
    }
    slots.rest();
    return List.copyOf(slots.slots);
  }

  /**
   * Whether the call has an argument that libraries do not let through: a pointer to no memory, a
   * length of its own, a structure, or an address that is none of the Internet's.
   */
  static boolean areUnusual(Step step) {
    if (step.call().arguments().stream().anyMatch(Argument.Pointer.class::isInstance)) {
      return true;
    }
    return switch (step.function()) {
      case GETSOCKOPT -> step.given(3) != null || OptionKind.of(step) != OptionKind.INT;
      case SETSOCKOPT -> step.given(4) != null || !(step.given(3) instanceof Argument.Number);
      case IOCTL -> step.given(2) != null;
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> step.given(1) != null;
      case RECVFROM -> step.given(3) != null;
      case SENDTO -> !isInternet(step) || step.given(4) != null;
      case BIND, CONNECT -> !isInternet(step) || step.given(2) != null;
      case SOCKET, SOCKETPAIR, DUP, POLL, SEND, WRITE, RECV, READ, FCNTL, LISTEN, SHUTDOWN, CLOSE ->
          false;
    };
  }

  private static boolean isInternet(Step step) {
    SocketAddress address = step.made().address();
    return address instanceof SocketAddress.Inet4 || address instanceof SocketAddress.Inet6;
  }

  private void add(Slot slot) {
    slots.add(slot);
  }

  private void rest() {
    switch (step.function()) {
      case SOCKET, SHUTDOWN, CLOSE, DUP, LISTEN -> plain(slots.size());
      case BIND, CONNECT -> address(1);
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> told(1);
      case SEND, WRITE -> data();
      case SENDTO -> {
        data();
        address(3);
      }
      case RECV, READ -> buffer();
      case RECVFROM -> {
        buffer();
        told(3);
      }
      case GETSOCKOPT -> {
        option();
        optionRoom();
      }
      case SETSOCKOPT -> {
        option();
        optionValue();
      }
      case FCNTL -> {
        add(constant(1));
        addWord(2);
      }
      case IOCTL -> {
        add(constant(1));
        int value = step.given(2) instanceof Argument.Number(long given) ? (int) given : 0;
        pointerOr(2, new Slot.Int(VALUE, value));
      }
      case SOCKETPAIR -> {
        add(constant(0));
        add(constant(1));
        add(constant(2));
        pointerOr(3, new Slot.Pair());
      }
      case POLL -> polled();
    }
  }

  private void plain(int from) {
    for (int i = from; i < step.call().arguments().size(); i++) {
      addWord(i);
    }
  }

  private Slot constant(int index) {
    return new Slot.Constant(step.argument(index));
  }

  private void addWord(int index) {
    switch (Objects.requireNonNull(step.given(index))) {
      case Argument.Number(long value) -> add(new Slot.Number((int) value));
      case Argument.Pointer(Argument.Wild to, _) -> add(new Slot.Nowhere(to));
      default -> add(constant(index));
    }
  }

  private void pointerOr(int index, Slot otherwise) {
    add(
        step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)
            ? new Slot.Nowhere(to)
            : otherwise);
  }

  private void address(int index) {
    Argument length = step.given(index + 1);
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)) {
      add(new Slot.Nowhere(to));
      add(length == null ? new Slot.Length(USUAL_LENGTH) : length(length));
      return;
    }
    Target target = Objects.requireNonNull(step.target());
    int given = length == null ? 0 : (int) ((Argument.Number) length).value();
    boolean widened = given > sizeOf(step.made().address()) && given <= STORAGE;
    add(new Slot.Address(target, widened ? given : 0));
    add(length == null ? new Slot.AddressLength(target) : length(length));
  }

  private static int sizeOf(@Nullable SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> 16;
      case SocketAddress.Inet6 _ -> 28;
      case SocketAddress.Unix unix -> name(unix).length() + 2;
      case SocketAddress.Other other -> other.bytes().length() + 2;
      case null -> 0;
    };
  }

  private static Slot length(Argument argument) {
    return new Slot.Length((int) ((Argument.Number) argument).value());
  }

  /** A name of AF_UNIX as the kernel wants it: a null byte ends a path and begins all others. */
  static Bytes name(SocketAddress.Unix unix) {
    byte[] name = unix.name().toArray();
    byte[] bytes = new byte[unix.unnamed() ? 0 : name.length + 1];
    System.arraycopy(name, 0, bytes, unix.abstractName() ? 1 : 0, name.length);
    return Bytes.copyOf(bytes);
  }

  private void data() {
    if (step.given(1) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      add(new Slot.Nowhere(to));
      add(new Slot.Number(size));
    } else {
      add(new Slot.Data(step.data()));
      add(new Slot.Number(step.data().length()));
    }
    flags();
  }

  private void buffer() {
    if (step.given(1) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      add(new Slot.Nowhere(to));
      add(new Slot.Number(size));
    } else {
      long size = Math.clamp(step.size(), 0, MOST_ROOM);
      add(new Slot.Buffer(size));
      add(new Slot.Number(size));
    }
    flags();
  }

  private void flags() {
    if (step.function() != Function.READ && step.function() != Function.WRITE) {
      add(constant(2));
    }
  }

  /** Where the kernel tells an address, and how long it is. */
  private void told(int index) {
    String name = step.keeps() == null ? TOLD : step.keeps();
    room(index, new Slot.Room(name, STORAGE), STORAGE);
  }

  private void room(int index, Slot.Room room, int usual) {
    Argument first = step.given(index);
    Argument second = step.given(index + 1);
    int length =
        second instanceof Argument.Number(long given)
            ? (int) given
            : first instanceof Argument.Number(long given) ? (int) given : usual;
    boolean neither =
        second == null
            && first instanceof Argument.Pointer(Argument.Wild to, _)
            && to == Argument.Wild.NULL;
    pointerOr(index, room);
    if (neither) {
      add(new Slot.Nowhere(Argument.Wild.NULL));
    } else {
      pointerOr(index + 1, new Slot.RoomLength(room.name() + "_length", length));
    }
  }

  private void option() {
    add(constant(1));
    add(constant(2));
  }

  private void optionRoom() {
    int usual = OptionKind.usualSize(step);
    Argument length = step.given(4) instanceof Argument.Number ? step.given(4) : step.given(3);
    long given = length instanceof Argument.Number(long number) ? (int) number : 0;
    int size = Math.clamp(given, OptionKind.of(step).size(), LARGEST_OPTION);
    room(3, new Slot.Room(VALUE, size), usual);
  }

  private void optionValue() {
    Argument given = Objects.requireNonNull(step.given(3));
    if (given instanceof Argument.Pointer(Argument.Wild to, _)) {
      add(new Slot.Nowhere(to));
      add(
          step.given(4) == null
              ? new Slot.Length(OptionKind.usualSize(step))
              : length(step.given(4)));
      return;
    }
    boolean wide = OptionKind.of(step) == OptionKind.TIME;
    int padded =
        step.given(4) instanceof Argument.Number(long length)
            ? Math.max(0, Math.min((int) length, LARGEST_OPTION))
            : 0;
    add(new Slot.Value(given, wide, padded > size(given, wide) ? padded : 0));
    add(step.given(4) == null ? new Slot.ValueLength() : length(step.given(4)));
  }

  private static int size(Argument given, boolean wide) {
    return switch (given) {
      case Argument.Structure structure -> structure.fields().size() * (wide ? 8 : 4);
      case Argument.Data(Bytes bytes) -> bytes.length();
      default -> 4;
    };
  }

  private void polled() {
    if (step.given(0) instanceof Argument.Pointer(Argument.Wild to, long count)) {
      add(new Slot.Nowhere(to));
      add(new Slot.Number(count));
    } else if (step.watched().isEmpty()) {
      add(new Slot.Nowhere(Argument.Wild.NULL));
      add(new Slot.Number(0));
    } else {
      add(new Slot.Watched());
      add(new Slot.Number(step.watched().size()));
    }
    addWord(1);
  }
}
