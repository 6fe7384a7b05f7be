package socketscope.code;

/** The comments and prompts of the programs, in a human language. */
public interface Wording {

  /** The text of that phrase with its arguments filled in. */
  String text(Phrase phrase, Object... arguments);
}
