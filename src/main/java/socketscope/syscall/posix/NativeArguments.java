package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Parameter;
import socketscope.event.Parameter.Kind;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.SystemTables;

/**
 * The arguments of one call as the C library takes them, with the memory that they point to, for as
 * long as the call lasts; and what the kernel has written there, as a {@link Result} tells it. What
 * a parameter becomes in C follows from its kind: bytes are a pointer and a size, an address is a
 * pointer and, unless it is given, its true length.
 */
final class NativeArguments implements AutoCloseable {

  /** No option has more bytes than that, unless it is a list without end. */
  private static final int LARGEST_OPTION = 1 << 16;

  /** No request of a socket's or an interface's writes more bytes than that (struct ifreq: 40). */
  private static final long LARGEST_REQUEST = 256;

  /** An address is never longer; longer lengths are told, and refused by the kernel. */
  private static final int LARGEST_ADDRESS = 4096;

  /** What addrlen is for a pointer to nothing, if it is not said: that of struct sockaddr. */
  private static final int USUAL_LENGTH = 16;

  private static final int MOST = 8;

  /** As many structures as epoll_wait() is given room for at most. */
  private static final int MOST_ENTRIES = 1 << 12;

  private final Call call;
  private final SystemTables tables;
  private final Constants constants;
  private final Native library;
  private final Arena arena;
  private final List<Buffer> buffers = new ArrayList<>();
  private final List<UnaryOperator<Result>> answers = new ArrayList<>();
  private final long[] values = new long[MOST];
  private int count;

  /**
   * Lays them out.
   *
   * @param arena where; it is closed with these arguments
   */
  NativeArguments(Call call, SystemTables tables, Native library, Arena arena) {
    this.arena = arena;
    this.call = call;
    this.tables = tables;
    this.constants = tables.constants();
    this.library = library;
    List<Parameter> parameters = call.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      add(parameters.get(i), i);
    }
  }

  /** The numbers and pointers, one for each parameter in C. */
  long[] values() {
    long[] inOrder = Arrays.copyOf(values, count);
    List<Integer> passes = call.function().passes();
    for (int i = 0; i < passes.size(); i++) {
      inOrder[i] = values[passes.get(i)];
    }
    return inOrder;
  }

  /** The result with all that the kernel has written; nothing is looked at where it failed. */
  Result answer(Result returned) {
    Result whole = returned;
    for (UnaryOperator<Result> answer :
        returned.failed() ? List.<UnaryOperator<Result>>of() : answers) {
      whole = answer.apply(whole);
    }
    return whole;
  }

  @Override
  public void close() {
    buffers.forEach(Buffer::close);
    arena.close();
  }

  private void push(long value) {
    values[count] = value;
    count++;
  }

  private void add(Parameter parameter, int index) {
    @Nullable Argument argument = call.argument(index).orElse(null);
    switch (parameter.kind()) {
      case DESCRIPTOR, CONSTANT, WORD -> push(plain(argument));
      case NUMBER -> {
        // A length that is not given is pushed by what it is the length of.
        if (!parameter.optional()) {
          push(plain(argument));
        }
      }
      case ADDRESS -> address(argument, index);
      case DATA -> sized(argument, false);
      case SIZE -> sized(argument, true);
      case VALUE -> option(argument, index);
      case ROOM -> room(argument, index);
      case REQUEST -> request(argument);
      case POINTER -> descriptors(argument);
      case SEQUENCE -> sequence(parameter, argument);
      case STRUCTURE -> structure(parameter, argument);
      case ENTRIES -> entries(argument);
      case PATH -> path(argument);
      case CONTROL -> throw new IllegalArgumentException(call.toString()); // in a message only
    }
  }

  private long plain(@Nullable Argument argument) {
    return switch (argument) {
      case Argument.Descriptor(int number) -> number;
      case Argument.Named(Constant constant) -> constant.number();
      case Argument.Number(long value) -> value;
      case Argument.Pointer(Argument.Wild to, _) -> nowhere(to).address();
      case null, default -> throw new IllegalArgumentException(call.toString());
    };
  }

  static Memory.Nowhere nowhere(Argument.Wild to) {
    return switch (to) {
      case NULL -> Memory.Nowhere.NULL;
      case BAD -> Memory.Nowhere.BAD;
    };
  }

  private static Memory.@Nullable Nowhere nowhere(@Nullable Argument argument) {
    return argument instanceof Argument.Pointer(Argument.Wild to, _) ? nowhere(to) : null;
  }

  private Buffer buffer(Memory memory) {
    Buffer buffer = new Buffer(library, arena, memory);
    buffers.add(buffer);
    return buffer;
  }

  private void address(@Nullable Argument argument, int index) {
    long given = call.argument(index + 1).map(this::plain).orElse(Long.MIN_VALUE);
    switch (argument) {
      case Argument.Pointer(Argument.Wild to, _) -> {
        push(nowhere(to).address());
        push(given == Long.MIN_VALUE ? USUAL_LENGTH : given);
      }
      case Argument.Address(SocketAddress address) -> {
        Bytes encoded = Bytes.copyOf(tables.addresses().encode(address));
        int length = given == Long.MIN_VALUE ? encoded.length() : (int) given;
        Memory memory = new Memory.Own(encoded, Math.clamp(length, 0, LARGEST_ADDRESS));
        push(buffer(memory).memory().address());
        push(length);
      }
      case null, default -> throw new IllegalArgumentException(call.toString());
    }
  }

  /** A buffer and its size. */
  private void sized(@Nullable Argument argument, boolean filled) {
    switch (argument) {
      case Argument.Data(Bytes bytes) -> {
        push(buffer(Memory.holding(bytes)).memory().address());
        push(bytes.length());
      }
      case Argument.Number(long size) when filled -> {
        Buffer buffer = buffer(Memory.room(size));
        push(buffer.memory().address());
        push(size);
        answers.add(result -> result.withData(buffer.first(result.value()).folded()));
      }
      case Argument.Pointer(Argument.Wild to, long size) -> {
        push(nowhere(to).address());
        push(size);
      }
      case null, default -> throw new IllegalArgumentException(call.toString());
    }
  }

  private ValueForm form() {
    return constants.optionForm(number("level"), number("optname"));
  }

  private long number(String parameter) {
    return call.constant(parameter).orElseThrow().number();
  }

  /** A value that the kernel reads, and its length. */
  private void option(@Nullable Argument argument, int index) {
    ValueForm form = form();
    long given = call.argument(index + 1).map(this::plain).orElse(Long.MIN_VALUE);
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      push(given == Long.MIN_VALUE ? form.size() : given);
      return;
    }
    NativeValues value = NativeValues.of(Objects.requireNonNull(argument), form, constants);
    int length = given == Long.MIN_VALUE ? value.length() : (int) given;
    push(value.place(this::buffer, Math.max(0, length)).memory().address());
    push(length);
  }

  /**
   * Memory that the kernel writes. Two such parameters are the memory and its length, which the
   * first one pushes.
   */
  private void room(@Nullable Argument argument, int index) {
    boolean second = call.function().parameters().get(index - 1).kind() == Kind.ROOM;
    if (second) {
      return;
    }
    if (call.constant("optname").isPresent()) {
      ValueForm form = form();
      received(
          argument,
          index,
          form.size(),
          (result, written) ->
              result.withData(written).withWritten(NativeValues.decoded(form, written, constants)));
    } else {
      received(
          argument,
          index,
          tables.addresses().storageSize(),
          (result, written) ->
              result.withAddress(
                  tables.addresses().decode(written.toArray(), (int) result.length())));
    }
  }

  /** What is made of the bytes that the kernel wrote. */
  private interface Taken {
    Result into(Result result, Bytes written);
  }

  private void received(@Nullable Argument argument, int index, int usual, Taken taken) {
    @Nullable Argument length = call.argument(index + 1).orElse(null);
    Memory.@Nullable Nowhere lost = nowhere(argument);
    Memory.@Nullable Nowhere lostLength =
        lost == Memory.Nowhere.NULL && length == null ? Memory.Nowhere.NULL : nowhere(length);
    int room =
        length instanceof Argument.Number(long given)
            ? (int) given
            : argument instanceof Argument.Number(long given) ? (int) given : usual;
    int size = Math.max(tables.addresses().storageSize(), Math.min(room, LARGEST_OPTION));
    MemorySegment memory = arena.allocate(Math.max(size, LARGEST_OPTION), Long.BYTES);
    MemorySegment told = arena.allocateFrom(ValueLayout.JAVA_INT, room);
    push(lost == null ? memory.address() : lost.address());
    push(lostLength == null ? told.address() : lostLength.address());
    if (lostLength != null) {
      return;
    }
    answers.add(result -> {
      int written = told.get(ValueLayout.JAVA_INT, 0);
      Result withLength = result.withLength(written);
      int there = Math.clamp(written, 0, Math.clamp(room, 0, LARGEST_OPTION));
      return lost == null ? taken.into(withLength, bytes(memory.asSlice(0, there))) : withLength;
    });
  }

  private static Bytes bytes(MemorySegment memory) {
    return Bytes.copyOf(memory.toArray(ValueLayout.JAVA_BYTE));
  }

  /** What a request reads and writes, as far as its form is known; an int, of most. */
  private void request(@Nullable Argument argument) {
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      return;
    }
    ValueForm form = constants.requestForm(number("op"));
    NativeValues value =
        argument == null
            ? NativeValues.empty(form, constants)
            : NativeValues.of(argument, form, constants);
    push(value.place(this::buffer, LARGEST_REQUEST).memory().address());
    answers.add(result -> result.withWritten(value.written()));
  }

  /** Two ints, which the kernel writes. */
  private void descriptors(@Nullable Argument argument) {
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      return;
    }
    MemorySegment pair = arena.allocate(ValueLayout.JAVA_INT, 2);
    push(pair.address());
    answers.add(result ->
        result.withDescriptors(
            List.of(
                pair.getAtIndex(ValueLayout.JAVA_INT, 0),
                pair.getAtIndex(ValueLayout.JAVA_INT, 1))));
  }

  /** Several of something, and mostly how many. */
  private void sequence(Parameter parameter, @Nullable Argument argument) {
    Parameter element = parameter.parts().getFirst();
    boolean counted = element.kind() != Kind.DESCRIPTOR;
    if (argument instanceof Argument.Pointer(Argument.Wild to, long size)) {
      push(nowhere(to).address());
      if (counted) {
        push(size);
      }
      return;
    }
    List<Argument> elements = ((Argument.Sequence) Objects.requireNonNull(argument)).elements();
    NativeStructures structures = new NativeStructures(arena, library, tables, constants);
    NativeStructures.Placed placed = structures.sequence(parameter, elements);
    buffers.addAll(structures.buffers());
    push(placed.memory().address());
    if (counted) {
      push(elements.size());
    }
    answers.add(placed.answer());
  }

  /** The descriptor that epoll_ctl() is about. */
  private long watched() {
    return call.argument("fd").map(this::plain).orElse(0L);
  }

  private void structure(Parameter parameter, @Nullable Argument argument) {
    switch (argument) {
      case null -> push(0); // one that may be missing
      case Argument.Pointer(Argument.Wild to, _) -> push(nowhere(to).address());
      case Argument.Structure structure -> {
        NativeStructures structures = new NativeStructures(arena, library, tables, constants);
        NativeStructures.Placed placed = structures.structure(parameter, structure, watched());
        buffers.addAll(structures.buffers());
        push(placed.memory().address());
        answers.add(placed.answer());
      }
      default -> throw new IllegalArgumentException(call.toString());
    }
  }

  /** Room for so many structures, and how many. */
  private void entries(@Nullable Argument argument) {
    if (argument instanceof Argument.Pointer(Argument.Wild to, long size)) {
      push(nowhere(to).address());
      push(size);
      return;
    }
    long most = plain(argument);
    NativeStructures structures = new NativeStructures(arena, library, tables, constants);
    NativeStructures.Placed placed = structures.events(Math.clamp(most, 1, MOST_ENTRIES));
    push(placed.memory().address());
    push(most);
    answers.add(placed.answer());
  }

  /** A string that ends with a zero. */
  private void path(@Nullable Argument argument) {
    switch (argument) {
      case Argument.Pointer(Argument.Wild to, _) -> push(nowhere(to).address());
      case Argument.Address(SocketAddress.Unix(_, Bytes name)) -> {
        byte[] ended = Arrays.copyOf(name.toArray(), name.length() + 1);
        push(arena.allocateFrom(ValueLayout.JAVA_BYTE, ended).address());
      }
      case null, default -> throw new IllegalArgumentException(call.toString());
    }
  }
}
