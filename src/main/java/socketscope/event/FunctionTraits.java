package socketscope.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function.Creates;
import socketscope.event.Function.Group;
import socketscope.event.Function.WaitsFor;

/**
 * What is true of a system call beside its parameters. {@link Function} tells what each of them
 * means; this is only how they are written down there.
 *
 * @param variantOf the name in C of the call that it is a variant of; null where it is none
 */
record FunctionTraits(
    String prototype,
    Group group,
    Creates creates,
    Moves moves,
    WaitsFor waitsFor,
    @Nullable String variantOf,
    @Nullable Parameter written,
    List<String> errors) {

  /** Which way bytes go. */
  enum Moves {
    NOTHING,
    OUT,
    IN
  }

  static FunctionTraits traits(String prototype, Group group) {
    return new FunctionTraits(
        prototype, group, Creates.NOTHING, Moves.NOTHING, WaitsFor.NOTHING, null, null, List.of());
  }

  FunctionTraits creates(Creates created) {
    return new FunctionTraits(
        prototype, group, created, moves, waitsFor, variantOf, written, errors);
  }

  FunctionTraits waitsFor(WaitsFor what) {
    return new FunctionTraits(prototype, group, creates, moves, what, variantOf, written, errors);
  }

  FunctionTraits sends() {
    return new FunctionTraits(
        prototype, group, creates, Moves.OUT, WaitsFor.ROOM, variantOf, written, errors);
  }

  FunctionTraits receives() {
    return new FunctionTraits(
        prototype, group, creates, Moves.IN, WaitsFor.DATA, variantOf, written, errors);
  }

  FunctionTraits variantOf(String cName) {
    return new FunctionTraits(prototype, group, creates, moves, waitsFor, cName, written, errors);
  }

  /** What it writes beside addresses and bytes. */
  FunctionTraits writes(Parameter what) {
    return new FunctionTraits(prototype, group, creates, moves, waitsFor, variantOf, what, errors);
  }

  FunctionTraits errors(String names) {
    return new FunctionTraits(
        prototype, group, creates, moves, waitsFor, variantOf, written, List.of(names.split(" ")));
  }
}
