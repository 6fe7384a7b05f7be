package socketscope.code;

final class RustDialect extends Dialect {
  RustDialect(Script script, Wording words) {
    super(script, words, "    ");
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.RUST;
  }

  @Override
  void write() {}
}
