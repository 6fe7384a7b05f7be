package socketscope.code;

import java.util.List;

/** What a program does next. */
sealed interface Statement {

  /** Makes a call and goes on when it has returned. */
  record Make(Step step) implements Statement {}

  /** Has a thread make a call. */
  record Begin(Step step) implements Statement {}

  /** Waits until the thread of that call has ended. */
  record Join(Step step) implements Statement {}

  /** Waits until its user says that others have done this. */
  record Await(List<Deed> others) implements Statement {
    public Await {
      others = List.copyOf(others);
    }
  }

  /**
   * Has its user tell a port that the kernel chose.
   *
   * @param port the name of the variable for it
   * @param teller the call of another program that was told it
   */
  record Ask(String port, Deed.Made teller) implements Statement {}

  /** Keeps what is open until everything else has been done. */
  record Stay() implements Statement {}
}
