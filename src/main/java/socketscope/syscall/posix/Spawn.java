package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

/**
 * One posix_spawn(3): what the new process does before it runs its program. Where it has a
 * descriptor duplicated upon itself, FD_CLOEXEC is taken from it (posix_spawn_file_actions_adddup2,
 * POSIX.1-2024).
 */
final class Spawn {

  private static final String NOTHING = "/dev/null";
  private static final int STANDARD = 3;
  private static final int READ_AND_WRITE = 2;

  private final Arena arena;
  private final Native library;
  private final MemorySegment actions;

  /** What is prepared in that memory. */
  Spawn(Arena arena, Native library, int actionsSize) {
    this.arena = arena;
    this.library = library;
    this.actions = arena.allocate(actionsSize, Long.BYTES);
  }

  /**
   * Makes the call.
   *
   * @param child where the number of the process is written
   * @param silent whether all is done but that
   * @return an error's number, or 0
   */
  int make(List<String> command, List<Integer> descriptors, MemorySegment child, boolean silent) {
    library.aside(CFunction.SPAWN_INIT, actions.address());
    try {
      prepare(descriptors);
      MemorySegment path = arena.allocateFrom(command.getFirst());
      MemorySegment arguments = strings(command);
      MemorySegment environment = strings(environment());
      if (silent) {
        CFunction.POSIX_SPAWN.address();
        return 0;
      }
      return (int)
          library.call(
              CFunction.POSIX_SPAWN,
              child.address(),
              path.address(),
              actions.address(),
              0,
              arguments.address(),
              environment.address());
    } finally {
      library.aside(CFunction.SPAWN_DESTROY, actions.address());
    }
  }

  private void prepare(List<Integer> descriptors) {
    for (int descriptor : descriptors) {
      library.aside(CFunction.SPAWN_DUP2, actions.address(), descriptor, descriptor);
    }
    MemorySegment nothing = arena.allocateFrom(NOTHING);
    for (int i = 0; i < STANDARD; i++) {
      int standard = i;
      if (!descriptors.contains(standard)) {
        library.aside(
            CFunction.SPAWN_OPEN,
            actions.address(),
            standard,
            nothing.address(),
            READ_AND_WRITE,
            0);
      }
    }
  }

  private static List<String> environment() {
    return System.getenv().entrySet().stream()
        .map((Map.Entry<String, String> entry) -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** Pointers to them, and a null pointer. */
  private MemorySegment strings(List<String> texts) {
    MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      pointers.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts.get(i)));
    }
    return pointers;
  }
}
