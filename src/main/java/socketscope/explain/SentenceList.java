package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import socketscope.text.Texts;

/** The sentences about one event, as they are put together. */
final class SentenceList {

  private final Texts texts;
  private final List<String> sentences = new ArrayList<>();

  SentenceList(Texts texts) {
    this.texts = texts;
  }

  SentenceList say(String key, Object... arguments) {
    sentences.add(texts.get(key, arguments));
    return this;
  }

  SentenceList sayIf(boolean holds, String key, Object... arguments) {
    return holds ? say(key, arguments) : this;
  }

  /** A sentence made elsewhere. */
  SentenceList quote(String sentence) {
    sentences.add(sentence);
    return this;
  }

  /** Sentences made elsewhere. */
  SentenceList quoteAll(List<String> others) {
    sentences.addAll(others);
    return this;
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
