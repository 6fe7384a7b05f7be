package socketscope.code;

/** What a program says to its reader, in comments, and to its user. */
public enum Phrase {
  /** What the file is: program, experiment. */
  TITLE,
  /** After the title, where others took part: their names. */
  FOREIGN,
  /** Above the constants of the ports. */
  PORTS,
  /** Asks the user to press Enter after a line of another program: program, call. */
  PROMPT,
  /** The same after several such lines: program, call, how many. */
  PROMPT_TIMES,
  /** The same after another program's end: program. */
  PROMPT_ENDED,
  /** Asks the user to press Enter for the program's own end. */
  PROMPT_STAY,
  /** Above the function that waits for the user. */
  WAIT_FOR,
  /** Above the function that makes the structure of an address. */
  MAKE_ADDRESS,
  /** Above the function that writes an address as text. */
  ADDRESS_TEXT,
  /** Above the function that repeats a pattern. */
  FILL,
  /** Above the function that names the errors. */
  ERRORS,
  /** The same where the experiment met none. */
  NO_ERRORS,
  /** Above the function that prints a call: an error that the experiment did not meet ends it. */
  REPORT_CALL,
  /** The same where the experiment met no error. */
  REPORT_CALL_STRICT,
  /** Above the function that prints a call and its result. */
  REPORT,
  /** Above the function that prints bytes. */
  BYTES,
  /** Above a call that slept. */
  BLOCKS,
  /** Above a call that failed: the error. */
  FAILS,
  /** Above a thread: the call. */
  THREAD,
  /** The same where the call never returned: the call. */
  THREAD_NEVER,
  /** The same where a signal ended the call: the call. */
  THREAD_INTERRUPTED,
  /** Above a call whose buffer is smaller than in the experiment: how large it was there. */
  ROOM,
  /** In the place of a call that the language cannot make: call, answer. */
  NO_CALL,
  /** Above the function that names an error. */
  ERROR_NAME,
  /** Above what has each line printed at once. */
  LINES,
  /** Python: what is open at the end. */
  PYTHON_DETACH,
  /** Python: closing a second time. */
  PYTHON_CLOSED,
  /** Above constants that the library does not name. */
  LINUX_NUMBERS,
  /** Rust: what std would do otherwise. */
  RUST_STD,
  /** Rust: above functions that borrow a descriptor. */
  RUST_AS,
  /** Rust: above the functions that turn -1 into an error. */
  RUST_CHECK,
  /** Rust: above the calls that std does not have. */
  RUST_CALL,
  /** Rust: above the declarations of the C library. */
  RUST_LIBRARY,
  /** C: above the pointers to no memory. */
  POINTERS,
  /** C: above the function that makes the structure of a name of AF_UNIX. */
  MAKE_UNIX,
  /** C: above the function that makes an address of any other family. */
  MAKE_OTHER,
  /** C: above the function that writes a name of AF_UNIX as text. */
  UNIX_TEXT,
  /** C: above what removes the files of AF_UNIX. */
  UNLINK,
  /** C: why the signal is ignored. */
  SIGPIPE,
  /** Java: opening a listener. */
  JAVA_REUSE,
  /** Java: binding a listener. */
  JAVA_BIND,
  /** Java: the call that bind() has made. */
  JAVA_LISTEN,
  /** Java: after a connect() that failed. */
  JAVA_CLOSED,
  /** Java: in the place of MSG_DONTWAIT. */
  JAVA_DONTWAIT,
  /** Java: above the method that names errors. */
  JAVA_ERRORS
}
