package socketscope.explain;

import socketscope.event.Function;
import socketscope.text.Language;
import socketscope.text.Texts;

/** What the calls are for, whatever an experiment does with them. */
public final class CallDescription {

  private final Texts texts;

  private CallDescription(Texts texts) {
    this.texts = texts;
  }

  /** The descriptions in that language. */
  public static CallDescription of(Language language) {
    return new CallDescription(Texts.of("explain", language));
  }

  /** One paragraph: what the call does, and what it does not do. */
  public String does(Function function) {
    return texts.get("call." + function.cName() + ".does");
  }

  /** One sentence: what the call is for. */
  public String summary(Function function) {
    return texts.get("call." + function.cName() + ".summary");
  }

  /** What its value means where it succeeds. */
  public String returns(Function function) {
    return texts.get("call." + function.cName() + ".returns");
  }

  /** Its declaration in C, from its manual page of section 2. */
  public static String prototype(Function function) {
    return function.prototype() + ";";
  }
}
