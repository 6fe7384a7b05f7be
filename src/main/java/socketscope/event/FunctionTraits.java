package socketscope.event;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function.Creates;
import socketscope.event.Function.Group;
import socketscope.event.Function.WaitsFor;

/**
 * What is true of a system call beside its parameters. {@link Function} tells what each of them
 * means; this is only how they are written down there.
 */
final class FunctionTraits {

  /** Which way bytes go. */
  enum Moves {
    NOTHING,
    OUT,
    IN
  }

  private final String prototype;
  private final Group group;
  private Creates creates = Creates.NOTHING;
  private Moves moves = Moves.NOTHING;
  private WaitsFor waitsFor = WaitsFor.NOTHING;
  private @Nullable String variantOf;
  private @Nullable Parameter written;
  private boolean countsMessages;
  private List<Integer> passes = List.of();
  private List<String> errors = List.of();

  private FunctionTraits(String prototype, Group group) {
    this.prototype = prototype;
    this.group = group;
  }

  static FunctionTraits traits(String prototype, Group group) {
    return new FunctionTraits(prototype, group);
  }

  FunctionTraits creates(Creates created) {
    creates = created;
    return this;
  }

  FunctionTraits waitsFor(WaitsFor what) {
    waitsFor = what;
    return this;
  }

  FunctionTraits sends() {
    moves = Moves.OUT;
    return waitsFor(WaitsFor.ROOM);
  }

  FunctionTraits receives() {
    moves = Moves.IN;
    return waitsFor(WaitsFor.DATA);
  }

  FunctionTraits variantOf(String cName) {
    variantOf = cName;
    return this;
  }

  /** What it writes beside addresses and bytes. */
  FunctionTraits writes(Parameter what) {
    written = what;
    return this;
  }

  FunctionTraits countsMessages() {
    countsMessages = true;
    return this;
  }

  /** Where the values of the parameters stand in C. */
  FunctionTraits passes(int... order) {
    passes = IntStream.of(order).boxed().toList();
    return this;
  }

  FunctionTraits errors(String names) {
    errors = List.of(names.split(" "));
    return this;
  }

  String prototype() {
    return prototype;
  }

  Group group() {
    return group;
  }

  Creates creates() {
    return creates;
  }

  Moves moves() {
    return moves;
  }

  WaitsFor waitsFor() {
    return waitsFor;
  }

  @Nullable String variantOf() {
    return variantOf;
  }

  @Nullable Parameter written() {
    return written;
  }

  boolean doesCountMessages() {
    return countsMessages;
  }

  List<Integer> passes() {
    return passes;
  }

  List<String> errors() {
    return errors;
  }
}
