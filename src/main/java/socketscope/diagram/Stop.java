package socketscope.diagram;

/** The time that a program is stopped by a signal, along the program's line. */
public record Stop(String program, int from, int to) implements Span<Stop> {

  @Override
  public int lane() {
    return 0;
  }

  @Override
  public Stop between(int first, int last) {
    return new Stop(program, first, last);
  }
}
