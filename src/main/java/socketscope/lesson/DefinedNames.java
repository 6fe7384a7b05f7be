package socketscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.Place;
import socketscope.event.Signal;

/**
 * The names that the lines read so far have given. A descriptor belongs to its program; addresses
 * and ports mean the same to everybody.
 */
final class DefinedNames {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9_]*(\\.[1-9][0-9]{0,3})*");

  /** Stands before a child's number. */
  private static final String CHILD = ".";

  private static final int LARGEST_FILE = 1 << 26;

  private final Map<String, Set<String>> descriptors = new HashMap<>();
  private final Set<String> addresses = new HashSet<>();
  private final Set<String> ports = new LinkedHashSet<>();
  private final Set<String> tied = new HashSet<>();

  private final Map<String, Run> programs = new HashMap<>();
  private final Map<String, Integer> children = new HashMap<>();

  private final @Nullable Path folder;

  private @Nullable Place place;

  /**
   * No names yet.
   *
   * @param folder where the files lie that the lesson may send; null where it may send none
   */
  DefinedNames(@Nullable Path folder) {
    this.folder = folder;
  }

  DefinedNames() {
    this(null);
  }

  /**
   * The content of a file beside the lesson, or in a folder there, wherever links lead; empty where
   * it cannot be read, is not there, or is no regular file.
   */
  Optional<Bytes> file(String name) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      Path own = folder.toRealPath();
      Path file = own.resolve(name).toRealPath();
      return file.startsWith(own) && Files.isRegularFile(file) ? content(file) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> content(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = input.readNBytes(LARGEST_FILE + 1);
      return bytes.length > LARGEST_FILE ? Optional.empty() : Optional.of(Bytes.copyOf(bytes));
    }
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether a program may be called so: {@code server}, or {@code server.1}, a child of it. */
  static boolean isProgram(String text) {
    return PROGRAM.matcher(text).matches();
  }

  /** The constants that a lesson may name: those of this system. */
  Constants constants() {
    return Constants.local();
  }

  /** How a program stands after the lines read so far; null where none of them is its own. */
  @Nullable Run program(String program) {
    return programs.get(program);
  }

  /** From the next line on, that program stands so. Its children end with it. */
  void setProgram(String program, Run run) {
    programs.put(program, run);
    if (run == Run.ENDED) {
      programs.replaceAll((name, known) -> isChild(name, program) ? Run.ENDED : known);
    }
  }

  /** Whether that program, or a child of it, has made the other one by fork(). */
  private static boolean isChild(String name, String program) {
    return name.startsWith(program + CHILD);
  }

  /**
   * The program has made another one, which runs from the next line on and knows its descriptors:
   * {@code server.1}, {@code server.2} ...
   */
  void fork(String program) {
    String child = Steps.child(program, children.merge(program, 1, Integer::sum));
    programs.put(child, Run.RUNNING);
    descriptors.put(child, new HashSet<>(descriptors.getOrDefault(program, Set.of())));
    if (tied.contains(program)) {
      tied.add(child);
    }
  }

  void addDescriptor(String program, String name) {
    descriptors.computeIfAbsent(program, _ -> new HashSet<>()).add(name);
  }

  void addAddress(String name) {
    addresses.add(name);
  }

  /** False where there is one of that name. */
  boolean addPort(String name) {
    return ports.add(name);
  }

  boolean hasDescriptor(String program, String name) {
    return descriptors.getOrDefault(program, Set.of()).contains(name);
  }

  boolean hasAddress(String name) {
    return addresses.contains(name);
  }

  boolean hasPort(String name) {
    return ports.contains(name);
  }

  /** Where the lesson says that its programs run; null where it does not. */
  @Nullable Place place() {
    return place;
  }

  void setPlace(Place said) {
    place = said;
  }

  /** That program has a step that ties a socket to the loopback device. */
  void addTied(String program) {
    tied.add(program);
  }

  boolean hasTied(String program) {
    return tied.contains(program);
  }

  /** In the order of their declaration. */
  List<String> ports() {
    return List.copyOf(ports);
  }

  /** How a program stands, as the lines of a lesson tell before it is played. */
  enum Run {
    RUNNING,
    STOPPED,
    /** It ends as soon as it is continued. */
    DOOMED,
    ENDED;

    /** How it stands after a signal. */
    Run after(Signal signal) {
      return switch (signal) {
        case SIGSTOP -> this == RUNNING ? STOPPED : this;
        case SIGCONT -> this == STOPPED ? RUNNING : this == DOOMED ? ENDED : this;
        case SIGTERM -> this == STOPPED ? DOOMED : this == DOOMED ? DOOMED : ENDED;
        case SIGKILL -> ENDED;
      };
    }
  }
}
