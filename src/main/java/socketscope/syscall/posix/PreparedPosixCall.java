package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import socketscope.event.Call;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.syscall.PreparedCall;
import socketscope.syscall.SystemTables;

/** A call with its arguments in memory that all threads may read. */
final class PreparedPosixCall implements PreparedCall {

  private final Function function;
  private final SystemTables tables;
  private final Native library;
  private final NativeArguments arguments;
  private final long[] values;
  private long value;
  private int errno;
  private long entered;
  private long left;

  PreparedPosixCall(Call call, SystemTables tables, Native library) {
    this.function = call.function();
    this.tables = tables;
    this.library = library;
    this.arguments = new NativeArguments(call, tables, library, Arena.ofShared());
    this.values = arguments.values();
  }

  @Override
  public void make() {
    value = library.make(function, values);
    errno = library.errno();
    entered = library.entered();
    left = library.left();
  }

  @Override
  public Result result() {
    return value == -1
        ? Result.failed(Errno.of(errno, tables.constants()))
        : arguments.answer(Result.of(value));
  }

  @Override
  public long entered() {
    return entered;
  }

  @Override
  public long left() {
    return left;
  }

  @Override
  public void close() {
    arguments.close();
  }
}
