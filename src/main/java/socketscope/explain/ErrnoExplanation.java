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
    return errno(call.call().function(), errno, story.situations(call));
  }

  private Explanation errno(Function function, Errno errno, List<Situation> situations) {
    String key = key(function, errno.name(), situations);
    String call = function.cName() + "()";
    String title = errno.name() + ".title";
    return new Explanation(
        texts.get(
            "title",
            errno.name(),
            errno.number(),
            texts.get(texts.has(title) ? title : "unknown.title")),
        texts.get(key + ".meaning", call, errno.name()),
        texts.get(key + ".try", call, errno.name()));
  }

  /** The stem of the texts that fit best. */
  String key(Function function, String errno, List<Situation> situations) {
    List<String> stems = new ArrayList<>();
    String own = function.cName() + "." + errno;
    for (String stem : List.of(own, function.basic().cName() + "." + errno, errno)) {
      for (Situation situation : situations) {
        stems.add(stem + "." + situation.word());
      }
      stems.add(stem);
    }
    return stems.stream()
        .filter(stem -> texts.has(stem + ".meaning"))
        .findFirst()
        .orElse("unknown");
  }
}
