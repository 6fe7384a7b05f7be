package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import socketscope.text.Texts;

/** The sentences about one event, as they are put together. */
final class Said {

  private final Texts texts;
  private final List<String> sentences = new ArrayList<>();

  Said(Texts texts) {
    this.texts = texts;
  }

  Said say(String key, Object... arguments) {
    sentences.add(texts.get(key, arguments));
    return this;
  }

  Said sayIf(boolean holds, String key, Object... arguments) {
    return holds ? say(key, arguments) : this;
  }

  /** A sentence made elsewhere. */
  Said quote(String sentence) {
    sentences.add(sentence);
    return this;
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
