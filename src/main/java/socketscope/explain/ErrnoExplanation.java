package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.CallReturned;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.socket.MadeCall;
import socketscope.text.Language;
import socketscope.text.Texts;

/** What an errno means in the call that left it, and what to try next. */
public final class ErrnoExplanation {

  private final Texts texts;

  private ErrnoExplanation(Texts texts) {
    this.texts = texts;
  }

  /** The explanations in that language. */
  public static ErrnoExplanation of(Language language) {
    return new ErrnoExplanation(Texts.of("errno", language));
  }

  /** Explains an errno of a call on a socket of which nothing is known. */
  public Explanation errno(Function function, Errno errno) {
    return errno(function, errno, List.of());
  }

  /**
   * Explains an errno of a call in the light of what was done with its socket before.
   *
   * @param story what happened until then
   * @param returned a failed call of that story
   */
  public Explanation errno(Story story, CallReturned returned) {
    Errno errno = returned.result().errno();
    MadeCall call = story.call(returned.callId());
    if (errno == null || call == null) {
      throw new IllegalArgumentException("no failed call of this story: " + returned);
    }
    Explanation why = errno(call.function(), errno, story.circumstances(call));
    return signals(story, call)
        ? why.withAdvice(
            why.advice()
                + " "
                + texts.get(
                    call.call().hasFlag("MSG_NOSIGNAL") ? "sigpipe.prevented" : "sigpipe.sent"))
        : why;
  }

  /** Streams and pipes send the signal along (pipe(7), send(2)); datagrams do not. */
  private static boolean signals(Story story, MadeCall call) {
    return call.failedWith("EPIPE")
        && story.before(call).socket(call).map(socket -> socket.kind().stream()).orElse(true);
  }

  private Explanation errno(Function function, Errno errno, List<Circumstance> circumstances) {
    Choice choice = choice(function, errno.name(), circumstances);
    List<Object> values = new ArrayList<>(List.of(function.cName() + "()", errno.name()));
    values.addAll(choice.details());
    Object[] named = values.toArray();
    String title = errno.name() + ".title";
    return new Explanation(
        texts.get(
            "title",
            errno.name(),
            errno.number(),
            texts.get(texts.has(title) ? title : "unknown.title")),
        texts.get(choice.stem() + ".meaning", named),
        texts.get(choice.stem() + ".try", named));
  }

  /** The stem of the texts that fit best, and the values that they name. */
  private record Choice(String stem, List<Object> details) {}

  /** The stem of the texts that fit best. */
  String key(Function function, String errno, List<Circumstance> circumstances) {
    return choice(function, errno, circumstances).stem();
  }

  private Choice choice(Function function, String errno, List<Circumstance> circumstances) {
    String own = function.cName() + "." + errno;
    for (String stem : List.of(own, function.basic().cName() + "." + errno, errno)) {
      for (Circumstance known : circumstances) {
        String special = stem + "." + known.situation().word();
        if (texts.has(special + ".meaning")) {
          return new Choice(special, known.details());
        }
      }
      if (texts.has(stem + ".meaning")) {
        return new Choice(stem, List.of());
      }
    }
    return new Choice("unknown", List.of());
  }
}
