package socketscope.syscall;

/**
 * One instruction of a program that the kernel runs on each packet to see whether a socket gets it
 * (classic BPF, struct sock_filter; Documentation/networking/filter.rst in Linux).
 *
 * @param code what it does, 16 bits
 * @param ifTrue how many instructions it skips where its condition holds, at most 255
 * @param ifFalse how many otherwise
 * @param operand 32 bits
 */
public record FilterInstruction(int code, int ifTrue, int ifFalse, int operand) {

  /** Checks that the jumps can be written. */
  public FilterInstruction {
    if (((ifTrue | ifFalse) & ~0xff) != 0) {
      throw new IllegalArgumentException("a jump over " + ifTrue + " or " + ifFalse);
    }
  }
}
