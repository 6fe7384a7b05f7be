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
  /** Asks the user for a port that another program has printed: program, call. */
  PROMPT_PORT,
  /** Asks the user to press Enter after another program's end: program. */
  PROMPT_ENDED,
  /** Asks the user to press Enter for the program's own end. */
  PROMPT_STAY,
  /** Above the function that waits for the user. */
  WAIT_FOR,
  /** Above the function that asks the user for a port. */
  ASK_FOR,
  /** Above the function that makes the structure of an address. */
  MAKE_ADDRESS,
  /** Above the function that writes an address as text. */
  ADDRESS_TEXT,
  /** Above the function that repeats a pattern. */
  FILL,
  /** Above the function that names the errors. */
  ERRORS,
  /** Above the function that prints a call: an error that the experiment did not meet ends it. */
  REPORT_CALL,
  /** The same where the experiment met no error. */
  REPORT_CALL_STRICT,
  /** Above the function that prints bytes. */
  BYTES,
  /** Above a call that slept. */
  BLOCKS,
  /** Above what waits for a RST. */
  RESET,
  /** Above a call that failed: the error. */
  FAILS,
  /** Above a thread: the call. */
  THREAD,
  /** The same where the call never returned: the call. */
  THREAD_NEVER,
  /** The same where a signal ended the call: the call. */
  THREAD_INTERRUPTED,
  /** After the beginning of a thread: the call. */
  PAUSE,
  /** Above a call whose buffer is smaller than in the experiment: how large it was there. */
  ROOM,
  /** Above the functions that tell what poll() and its like found. */
  POLLED,
  /** Above the function that names flags. */
  FLAGS,
  /** Above the function that writes a control message. */
  MESSAGES,
  /** Above the functions that tell what came with a message. */
  MESSAGES_TOLD,
  /** C: above the function that gives room for a text. */
  TEXTS,
  /** Above the function that makes a set of descriptors. */
  SETS,
  /** Above the function that names an error. */
  ERROR_NAME,
  /** Above what has each line printed at once. */
  LINES,
  /** Python: what is open at the end. */
  PYTHON_DETACH,
  /** Python: above the C library. */
  PYTHON_LIBC,
  /** Above constants that the library does not name. */
  LINUX_NUMBERS,
  /** Rust: above the declarations of the C library. */
  RUST_LIBRARY,
  /** Above the pointers to no memory. */
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
  /** C: above the function that puts values into a text. */
  FORMATTED,
  /** Above the functions that read what the kernel has written. */
  ANSWERS,
  /** Above the function that makes structures. */
  STRUCTURES,
  /** Java: above the functions that give memory. */
  MEMORY,
  /** Java: above the function that calls the C library. */
  JAVA_CALL,
  /** Java: above what keeps errno. */
  JAVA_ERRNO,
  /** Java: why the program calls the C library. */
  JAVA_FOREIGN,
  /** Java: above the functions that wait. */
  WAITING,
  /** Above the beginning of a server that goes on by itself: its listener. */
  SERVES,
  /** Above the function that serves a connection. */
  ECHO,
  /** Above the loop of a server with one thread. */
  SERVE_ONE_AT_A_TIME,
  /** Above the loop of a server with a thread for each connection. */
  SERVE_THREAD_EACH
}
