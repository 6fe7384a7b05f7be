package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.syscall.CallLayouts;
import socketscope.syscall.Memory;
import socketscope.syscall.SystemTables;

/**
 * The structures and arrays that calls are given, in memory: struct pollfd, epoll_event, iovec,
 * timeval, and fd_set. Messages are {@link NativeMessages}.
 */
final class NativeStructures {

  /**
   * Something in memory, and how a result tells what the kernel has written there.
   *
   * @param answer makes nothing of it where the kernel only reads it
   */
  record Placed(MemorySegment memory, UnaryOperator<Result> answer) {
    static Placed readOnly(MemorySegment memory) {
      return new Placed(memory, UnaryOperator.identity());
    }
  }

  /** FD_SETSIZE (select(2)): so many descriptors, a bit each. */
  private static final int SET_BITS = 1024;

  private static final long POLL_SIZE = 8;
  private static final long POLL_EVENTS = 4;
  private static final long POLL_RETURNED = 6;

  private final Arena arena;
  private final Native library;
  private final Constants constants;
  private final SystemTables tables;
  private final CallLayouts layouts;
  private final List<Buffer> buffers = new ArrayList<>();

  NativeStructures(Arena arena, Native library, SystemTables tables, Constants constants) {
    this.arena = arena;
    this.library = library;
    this.tables = tables;
    this.constants = constants;
    this.layouts = Objects.requireNonNull(tables.layouts());
  }

  /** The memory beside the arena's that has to be freed after the call. */
  List<Buffer> buffers() {
    return buffers;
  }

  Buffer buffer(Memory memory) {
    Buffer buffer = new Buffer(library, arena, memory);
    buffers.add(buffer);
    return buffer;
  }

  /** An array: what of follows from the kind of its element. */
  Placed sequence(Parameter parameter, List<Argument> elements) {
    Parameter element = parameter.parts().getFirst();
    return switch (element.kind()) {
      case DESCRIPTOR -> descriptorSet(parameter.name(), elements);
      case DATA, SIZE -> vector(elements);
      case STRUCTURE ->
          element.name().equals("pollfd")
              ? polled(elements)
              : new NativeMessages(this, arena, tables, constants).several(elements);
      default -> throw new IllegalArgumentException(parameter.toString());
    };
  }

  /**
   * A structure.
   *
   * @param usualData what an epoll_event's data is, where it is left out
   */
  Placed structure(Parameter parameter, Argument.Structure structure, long usualData) {
    return switch (parameter.name()) {
      case "timeout" -> time(structure);
      case "event" -> event(structure, usualData);
      default -> new NativeMessages(this, arena, tables, constants).one(structure);
    };
  }

  /** struct timeval or struct timespec: two numbers of eight bytes. */
  private Placed time(Argument.Structure structure) {
    MemorySegment memory = arena.allocate(ValueLayout.JAVA_LONG, 2);
    List<Long> numbers = structure.numbers();
    for (int i = 0; i < numbers.size(); i++) {
      memory.setAtIndex(ValueLayout.JAVA_LONG, i, numbers.get(i));
    }
    return Placed.readOnly(memory);
  }

  private Placed event(Argument.Structure structure, long usualData) {
    CallLayouts.Event layout = Objects.requireNonNull(layouts.event());
    MemorySegment memory = arena.allocate(layout.size(), Long.BYTES);
    memory.set(ValueLayout.JAVA_INT, 0, (int) number(structure, "events", 0));
    memory.set(
        ValueLayout.JAVA_LONG_UNALIGNED, layout.data(), number(structure, "data", usualData));
    return Placed.readOnly(memory);
  }

  /** Room for epoll_wait(): {@code [{EPOLLIN, 5}]} says of what there is something. */
  Placed events(int most) {
    CallLayouts.Event layout = Objects.requireNonNull(layouts.event());
    MemorySegment memory = arena.allocate((long) most * layout.size(), Long.BYTES);
    return new Placed(
        memory,
        result -> {
          List<Argument> found = new ArrayList<>();
          for (int i = 0; i < result.value(); i++) {
            MemorySegment entry = memory.asSlice((long) i * layout.size(), layout.size());
            int events = entry.get(ValueLayout.JAVA_INT_UNALIGNED, 0);
            long data = entry.get(ValueLayout.JAVA_LONG_UNALIGNED, layout.data());
            found.add(
                unnamed(
                    constant(ConstantSet.EPOLL_EVENTS, Integer.toUnsignedLong(events)),
                    new Argument.Number(data)));
          }
          return result.withWritten(new Argument.Sequence(found));
        });
  }

  /** struct pollfd: an int and two shorts. */
  private Placed polled(List<Argument> elements) {
    MemorySegment memory = arena.allocate(POLL_SIZE * Math.max(1, elements.size()), Long.BYTES);
    for (int i = 0; i < elements.size(); i++) {
      Argument.Structure entry = (Argument.Structure) elements.get(i);
      memory.set(ValueLayout.JAVA_INT, i * POLL_SIZE, (int) number(entry, "fd", 0));
      memory.set(
          ValueLayout.JAVA_SHORT, i * POLL_SIZE + POLL_EVENTS, (short) number(entry, "events", 0));
    }
    return new Placed(
        memory,
        result -> {
          List<Argument> found = new ArrayList<>();
          for (int i = 0; i < elements.size(); i++) {
            short there = memory.get(ValueLayout.JAVA_SHORT, i * POLL_SIZE + POLL_RETURNED);
            if (there != 0) {
              int descriptor = memory.get(ValueLayout.JAVA_INT, i * POLL_SIZE);
              found.add(
                  unnamed(
                      new Argument.Number(descriptor),
                      constant(ConstantSet.POLL_EVENTS, Short.toUnsignedLong(there))));
            }
          }
          return result.withWritten(new Argument.Sequence(found));
        });
  }

  /** fd_set: a bit a descriptor; NULL for an empty one, as a C program has it. */
  private Placed descriptorSet(String name, List<Argument> elements) {
    if (elements.isEmpty()) {
      return Placed.readOnly(MemorySegment.NULL);
    }
    MemorySegment memory = arena.allocate(SET_BITS / Byte.SIZE, Long.BYTES);
    for (Argument element : elements) {
      int descriptor = ((Argument.Descriptor) element).number();
      if (descriptor >= 0 && descriptor < SET_BITS) {
        long word = memory.getAtIndex(ValueLayout.JAVA_LONG, descriptor / Long.SIZE);
        memory.setAtIndex(
            ValueLayout.JAVA_LONG, descriptor / Long.SIZE, word | 1L << descriptor % Long.SIZE);
      }
    }
    return new Placed(memory, result -> withSet(result, name, memory));
  }

  private static Result withSet(Result result, String name, MemorySegment memory) {
    List<Argument> there = new ArrayList<>();
    for (int i = 0; i < SET_BITS; i++) {
      long word = memory.getAtIndex(ValueLayout.JAVA_LONG, i / Long.SIZE);
      if ((word >>> i % Long.SIZE & 1) != 0) {
        there.add(new Argument.Number(i));
      }
    }
    if (there.isEmpty()) {
      return result;
    }
    List<Argument.Field> fields = new ArrayList<>();
    if (result.written() instanceof Argument.Structure(List<Argument.Field> before)) {
      fields.addAll(before);
    }
    fields.add(new Argument.Field(name, true, new Argument.Sequence(there)));
    return result.withWritten(new Argument.Structure(fields));
  }

  /** An array of struct iovec. What is received is joined in the order of the places. */
  Placed vector(List<Argument> elements) {
    CallLayouts.Vector layout = layouts.vector();
    MemorySegment memory =
        arena.allocate((long) layout.size() * Math.max(1, elements.size()), Long.BYTES);
    List<Buffer> filled = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      long at = (long) i * layout.size();
      switch (elements.get(i)) {
        case Argument.Data(var bytes) -> {
          memory.set(ValueLayout.ADDRESS, at, buffer(Memory.holding(bytes)).memory());
          memory.set(ValueLayout.JAVA_LONG, at + layout.length(), bytes.length());
        }
        case Argument.Number(long size) -> {
          Buffer buffer = buffer(Memory.room(size));
          filled.add(buffer);
          memory.set(ValueLayout.ADDRESS, at, buffer.memory());
          memory.set(ValueLayout.JAVA_LONG, at + layout.length(), size);
        }
        case Argument.Pointer(Argument.Wild to, long size) -> {
          memory.set(ValueLayout.JAVA_LONG, at, NativeArguments.nowhere(to).address());
          memory.set(ValueLayout.JAVA_LONG, at + layout.length(), size);
        }
        default -> throw new IllegalArgumentException(elements.toString());
      }
    }
    return filled.isEmpty()
        ? Placed.readOnly(memory)
        : new Placed(memory, result -> result.withData(Buffer.joined(filled, result.value())));
  }

  /** The number in a field; what it is usually, where it is left out. */
  static long number(Argument.Structure structure, String field, long usual) {
    return structure
        .field(field)
        .map(value ->
            switch (value) {
              case Argument.Named(Constant constant) -> constant.number();
              case Argument.Number(long number) -> number;
              case Argument.Descriptor(int number) -> (long) number;
              default -> usual;
            })
        .orElse(usual);
  }

  /** A constant, or a number where it has no name. */
  Argument constant(ConstantSet set, long number) {
    return named(constants.constant(set, number));
  }

  static Argument named(Constant constant) {
    return constant.isNamed() && constant.number() != 0
        ? new Argument.Named(constant)
        : new Argument.Number(constant.number());
  }

  static Argument unnamed(Argument... values) {
    List<Argument.Field> fields = new ArrayList<>();
    for (Argument value : values) {
      fields.add(new Argument.Field("", false, value));
    }
    return new Argument.Structure(fields);
  }
}
