package socketscope.code;

/** A function of a Python program besides its calls, written only where it is used. */
enum PythonPart {
  QUOTED("quoted(", Phrase.BYTES, PythonText.QUOTED),
  UNIX_TEXT("unix_text(", Phrase.UNIX_TEXT, PythonText.UNIX_TEXT),
  ADDRESS_TEXT("address_text(", Phrase.ADDRESS_TEXT, PythonText.ADDRESS_TEXT),
  POLLED("polled(", Phrase.POLLED, PythonText.POLLED),
  ERROR_NAME("error_name(", Phrase.ERROR_NAME, PythonText.ERROR_NAME),
  LIBC("libc.", Phrase.PYTHON_LIBC, PythonText.LIBC),
  BAD("BAD", Phrase.PYTHON_BAD, PythonText.BAD),
  SOCKADDR("sockaddr(", Phrase.MAKE_ADDRESS, PythonText.SOCKADDR),
  ADDRESS_OF("address_of(", Phrase.PYTHON_ADDRESS_OF, PythonText.ADDRESS_OF),
  ASK_FOR("ask_for(", Phrase.ASK_FOR, PythonText.ASK_FOR),
  WAIT_FOR("wait_for(", Phrase.WAIT_FOR, PythonText.WAIT_FOR);

  private final String sign;
  private final Phrase phrase;
  private final String code;

  PythonPart(String sign, Phrase phrase, String code) {
    this.sign = sign;
    this.phrase = phrase;
    this.code = code;
  }

  /** What a source that uses it holds. */
  String sign() {
    return sign;
  }

  Phrase phrase() {
    return phrase;
  }

  String code() {
    return code;
  }
}
