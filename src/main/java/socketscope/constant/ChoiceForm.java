package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.List;

/** One of several forms, of which the kernel knows by the length which it is. */
final class ChoiceForm extends ValueForm {

  private final List<ValueForm> forms;

  /** The first one is the usual one. */
  ChoiceForm(List<ValueForm> forms) {
    this.forms = List.copyOf(forms);
  }

  @Override
  public int size() {
    return forms.getFirst().size();
  }

  @Override
  public String usage() {
    return forms.getFirst().usage();
  }

  @Override
  int alignment() {
    return forms.getFirst().alignment();
  }

  @Override
  Constants system() {
    return forms.getFirst().system();
  }

  @Override
  boolean takesWords() {
    return forms.getFirst().takesWords();
  }

  /** The first form that has those fields, or else that many. */
  @Override
  int put(Value value, Image image, int at) throws ValueException {
    for (ValueForm form : forms) {
      if (form instanceof StructForm struct
          && value instanceof Value.Structure structure
          && struct.isOf(structure)) {
        return form.put(value, image, at);
      }
    }
    return forms.getFirst().put(value, image, at);
  }

  @Override
  boolean fits(int length) {
    return true;
  }

  /** The longest form that is there as a whole. */
  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    ValueForm longest = forms.getFirst();
    for (ValueForm form : forms) {
      boolean longer = form.size() > longest.size() || longest.size() > bytes.limit();
      longest = longer && form.size() <= bytes.limit() ? form : longest;
    }
    return longest.decode(all(bytes), pointed);
  }
}
