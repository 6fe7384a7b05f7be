package socketscope.lesson;

import java.util.List;
import socketscope.text.Texts;

/**
 * Something in a lesson's file that cannot be understood.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param details what its sentence names, in order
 */
public record LessonFault(int line, int column, Kind kind, List<String> details) {

  /** What is wrong; each has a sentence in the texts of area {@code lesson}. */
  public enum Kind {
    /** The file has no heading. */
    NO_TITLE,
    /** The file has no block of steps, or nothing in them. */
    NO_STEPS,
    /** The line does not begin with a program's name and a colon. */
    NO_PROGRAM,
    /** What stands before the colon is no name. */
    PROGRAM_NAME,
    /** Not a run of programs' names. */
    RANGE,
    /** Not a signal. */
    SIGNAL,
    /** A signal for a program that has made no step. */
    UNKNOWN_PROGRAM,
    /** A child that no call to fork() has made. */
    NO_CHILD,
    /** The program has been stopped, and not continued. */
    PROGRAM_STOPPED,
    /** The program has been ended. */
    PROGRAM_ENDED,
    /** Not a loop of a server. */
    LOOP,
    /** No call after the colon. */
    NO_CALL,
    /** No such call. */
    FUNCTION,
    /** Too few or too many arguments. */
    ARGUMENTS,
    /** Neither a name nor a number. */
    DESCRIPTOR,
    /** Not a number. */
    NUMBER,
    /** Not a constant. */
    CONSTANT,
    /** The name of a constant that this system does not have. */
    UNKNOWN_CONSTANT,
    /** Not an address. */
    ADDRESS,
    /** Not a text in double quotes. */
    DATA,
    /** A backslash that starts no escape. */
    ESCAPE,
    /** Not what poll() watches. */
    SEQUENCE,
    /** Not a structure; the detail is what its fields are. */
    STRUCTURE,
    /** Neither NULL nor BAD. */
    POINTER,
    /** A file that is not beside the lesson's, or cannot be read. */
    FILE,
    /** The parenthesis or the text in quotes does not end. */
    NOT_CLOSED,
    /** A descriptor's name that this program has not given. */
    UNKNOWN_NAME,
    /** An address's name that no program has given. */
    UNKNOWN_ADDRESS,
    /** A free port's name that was not declared. */
    UNKNOWN_PORT,
    /** An address that is not this machine's own. */
    NOT_LOOPBACK,
    /** All of this machine's addresses, for a socket that is not tied to the loopback device. */
    UNTIED,
    /** A name for a call that gives nothing to be named. */
    NOTHING_TO_NAME,
    /** An expected answer that cannot be understood. */
    EXPECTED,
    /** An expected answer that this call never gives. */
    NOT_OF_THIS_CALL,
    /** A plus sign, and no call of one program on the line before. */
    NOTHING_BEFORE,
    /** A step that cannot be made without a pause. */
    NOT_WITHOUT_PAUSE,
    /** Something that is to follow a blocked call without a pause. */
    AFTER_BLOCKED,
    /** A name for what a call gives that was not made yet. */
    GIVEN_WITHOUT_PAUSE,
    /** Something after the end of the step. */
    TRAILING,
    /** Not a name for a free port. */
    PORT_NAME,
    /** Two free ports of one name. */
    PORT_TWICE,
    /** Not a place where programs can run. */
    PLACE,
    /** The place is said after a step, or twice. */
    PLACE_LATE,
    /** The lesson cannot be played over the other version of IP. */
    ONE_FAMILY
  }

  /** Keeps a copy of the details. */
  public LessonFault {
    details = List.copyOf(details);
  }

  /** The sentence for people, with line and column. */
  public String sentence(Texts lessonTexts) {
    String what = lessonTexts.get("fault." + kind, details.toArray());
    return lessonTexts.get("fault.at", line, column, what);
  }
}
