package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import socketscope.text.Texts;

/** The sentences about one event, as they are put together. */
final class SentenceList {

  private final Texts texts;
  private final List<String> sentences = new ArrayList<>();
  private final List<String> surprises;

  SentenceList(Texts texts) {
    this(texts, new ArrayList<>());
  }

  /**
   * No sentence yet.
   *
   * @param surprises to which those are added that a reader would not expect
   */
  SentenceList(Texts texts, List<String> surprises) {
    this.texts = texts;
    this.surprises = surprises;
  }

  SentenceList say(String key, Object... arguments) {
    sentences.add(texts.get(key, arguments));
    return this;
  }

  SentenceList sayIf(boolean holds, String key, Object... arguments) {
    return holds ? say(key, arguments) : this;
  }

  /** Says what one would not expect of a call that has succeeded. */
  SentenceList surprise(String key, Object... arguments) {
    String sentence = texts.get(key, arguments);
    sentences.add(sentence);
    surprises.add(sentence);
    return this;
  }

  SentenceList surpriseIf(boolean holds, String key, Object... arguments) {
    return holds ? surprise(key, arguments) : this;
  }

  /** A sentence made elsewhere. */
  SentenceList quote(String sentence) {
    sentences.add(sentence);
    return this;
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
