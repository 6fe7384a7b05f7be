package socketscope.code;

final class JavaDialect extends Dialect {
  JavaDialect(Script script, Wording words) {
    super(script, words, "    ");
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.JAVA;
  }

  @Override
  void write() {}
}
