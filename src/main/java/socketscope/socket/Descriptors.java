package socketscope.socket;

import socketscope.fold.PersistentMap;

/** The tables of all processes, and how often each socket stands in them. */
final class Descriptors {

  private PersistentMap<String, DescriptorTable> tables = PersistentMap.empty();

  Descriptors copy() {
    Descriptors copy = new Descriptors();
    copy.tables = tables;
    return copy;
  }

  DescriptorTable of(String program) {
    return tables.getOrDefault(program, DescriptorTable.EMPTY);
  }

  void set(String program, DescriptorTable table) {
    tables = tables.with(program, table);
  }

  /** The process is no more. */
  void forget(String program) {
    tables = tables.without(program);
  }
}
