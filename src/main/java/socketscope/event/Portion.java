package socketscope.event;

import java.util.Optional;

/**
 * How much a call did of what it was asked for, where that is a part of it: a send that the kernel
 * took only the beginning of, a receive that found less than there was room for.
 *
 * @param done so many bytes
 * @param asked of so many: given to send, or received at most
 */
public record Portion(long done, long asked) {

  /** The part that was done; empty where all of it was, or nothing, or the call moves no bytes. */
  public static Optional<Portion> of(Call call, Result result) {
    long asked = call.size();
    return call.function().countsBytes()
            && !result.failed()
            && result.value() > 0
            && result.value() < asked
        ? Optional.of(new Portion(result.value(), asked))
        : Optional.empty();
  }
}
