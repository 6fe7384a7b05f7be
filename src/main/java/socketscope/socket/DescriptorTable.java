package socketscope.socket;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.fold.PersistentMap;

/**
 * The descriptors of one process: which number stands for what. It never changes; a call that opens
 * or closes one makes another table.
 */
public final class DescriptorTable {

  /** Standard input, output and errors, which a process is given at its start. */
  private static final int STANDARD = 3;

  static final DescriptorTable EMPTY =
      new DescriptorTable(PersistentMap.empty(), PersistentMap.empty());

  private final PersistentMap<Integer, Entry> open;
  private final PersistentMap<Integer, MadeCall> closed;

  private DescriptorTable(
      PersistentMap<Integer, Entry> open, PersistentMap<Integer, MadeCall> closed) {
    this.open = open;
    this.closed = closed;
  }

  /**
   * What a number stands for.
   *
   * @param socketNumber the {@link SocketRecord#number} of the socket; {@link MadeCall#NONE} for a
   *     pipe, an epoll instance and all else that is no socket: the call tells which
   * @param openedBy the call that gave the number out; null where nobody saw it
   */
  public record Entry(int descriptor, int socketNumber, @Nullable MadeCall openedBy) {}

  /** What that number stands for; empty where it stands for nothing, as far as is known. */
  public Optional<Entry> at(int descriptor) {
    return Optional.ofNullable(open.get(descriptor));
  }

  /** The call that closed that number, which has not been given out since; null for none. */
  public @Nullable MadeCall closedBy(int descriptor) {
    return open.containsKey(descriptor) ? null : closed.get(descriptor);
  }

  /** Whether it is one of the three that a process is given at its start, and still that. */
  public boolean standard(int descriptor) {
    return descriptor >= 0
        && descriptor < STANDARD
        && !open.containsKey(descriptor)
        && !closed.containsKey(descriptor);
  }

  /** All that stand for sockets, by their numbers. */
  public List<Entry> open() {
    return all().stream().filter(entry -> entry.socketNumber() != MadeCall.NONE).toList();
  }

  /** All that stand for sockets or anything else that a call has made, by their numbers. */
  public List<Entry> all() {
    return open.values().stream().sorted(Comparator.comparingInt(Entry::descriptor)).toList();
  }

  /** Those that stand for that socket, by their numbers. */
  public List<Entry> of(SocketRecord socket) {
    return open().stream().filter(entry -> entry.socketNumber() == socket.number()).toList();
  }

  DescriptorTable with(Entry entry) {
    return new DescriptorTable(
        open.with(entry.descriptor(), entry), closed.without(entry.descriptor()));
  }

  DescriptorTable closed(int descriptor, MadeCall by) {
    return new DescriptorTable(open.without(descriptor), closed.with(descriptor, by));
  }
}
