package socketscope.ui.model;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.event.Role;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.Lessons;
import socketscope.lesson.PortReservation;
import socketscope.text.Language;

/**
 * What the user wants to try.
 *
 * @param family the version of IP, where the exchange goes over IP
 * @param unixName the kind of name, where it does not
 * @param place where the programs are to run
 * @param lesson the lesson that leads through it, over that family; null to call freely
 * @param lessonName its name in the list of lessons, or its file's; null without a lesson
 * @param port the server's port; the client's own, where it needs one, is the next
 */
public record Plan(
    Exchange exchange,
    Family family,
    UnixName unixName,
    Place place,
    @Nullable Lesson lesson,
    @Nullable String lessonName,
    int port) {

  private static final int USUAL_PORT = 5000;

  /** So far apart are the ports that are tried where others are taken, and so many there are. */
  private static final int STEP = 10;

  private static final int TRIED = 100;

  /**
   * An ICMP echo request with identifier 1, sequence number 1 and "hola": type 8 with its checksum
   * (RFC 792); type 128 of ICMPv6, of which the kernel writes the checksum (RFC 3542 section 3.1).
   */
  private static final Map<Family, String> ECHO_REQUESTS =
      Map.of(
          Family.IPV4, "hex:0800232d00010001686f6c61",
          Family.IPV6, "hex:8000000000010001686f6c61");

  /** What the window begins with. */
  public static final Plan FIRST = free(Exchange.TCP, Family.IPV4);

  /** To call freely. */
  public static Plan free(Exchange exchange, Family family) {
    return free(exchange, family, UnixName.PATH);
  }

  /** To call freely. */
  public static Plan free(Exchange exchange, Family family, UnixName unixName) {
    return new Plan(exchange, family, unixName, Place.ALONE, null, null, USUAL_PORT);
  }

  /** The same at that place. */
  public Plan at(Place where) {
    return new Plan(exchange, family, unixName, where, lesson, lessonName, port);
  }

  /**
   * The same with ports that nobody uses now: a connection of the experiment before may still be in
   * TIME_WAIT on the usual one, which would make the first bind() fail.
   */
  Plan withFreePorts() {
    int free =
        IntStream.range(0, TRIED)
            .map(i -> USUAL_PORT + i * STEP)
            .filter(each -> PortReservation.isFree(each) && PortReservation.isFree(each + 1))
            .findFirst()
            .orElse(USUAL_PORT);
    return onPort(free);
  }

  /** The same with a server on that port. */
  public Plan onPort(int number) {
    return new Plan(exchange, family, unixName, place, lesson, lessonName, number);
  }

  /** A name for the experiment. */
  public String title() {
    return lessonName != null
        ? lessonName
        : exchange + " " + (exchange.overIp() ? family.name() : unixName.name());
  }

  /** What socket() is given for its domain. */
  public String domain() {
    return exchange.overIp() ? family.domain() : "AF_UNIX";
  }

  /** What socket() is given for its protocol. */
  public String protocol() {
    if (exchange != Exchange.RAW) {
      return "0";
    }
    return family == Family.IPV4 ? "IPPROTO_ICMP" : "IPPROTO_ICMPV6";
  }

  /**
   * The lesson in that language where it comes with the application, else as it was written; null
   * without a lesson.
   */
  public @Nullable Lesson lessonIn(Language language) {
    return lesson == null || lessonName == null
        ? lesson
        : Lessons.named(lessonName, language)
            .filter(this::sameSteps)
            .map(this::over)
            .orElse(lesson);
  }

  /** A lesson in a file can have the name of another one. */
  private boolean sameSteps(Lesson other) {
    return lesson != null
        && other.experiment().steps().size() == lesson.experiment().steps().size();
  }

  private Lesson over(Lesson other) {
    try {
      return other.families().contains(family) ? other.over(family) : other;
    } catch (LessonException e) {
      return other; // about one family only, so it is over that one already
    }
  }

  /** The programs that take part. */
  public List<String> programs() {
    return lesson == null ? List.of("server", "client") : lesson.experiment().programs();
  }

  /** The address that a program of that role has in the textbook. */
  public String address(Role role) {
    if (!exchange.overIp()) {
      return unixName.address(role == Role.SERVER ? "server" : "client");
    }
    String host = family == Family.IPV4 ? family.loopback() : "[" + family.loopback() + "]";
    return exchange == Exchange.RAW
        ? host + ":0"
        : host + ":" + (role == Role.SERVER ? port : port + 1);
  }

  /** What the textbook sends. */
  public String data() {
    return exchange == Exchange.RAW ? ECHO_REQUESTS.get(family) : "\"hola\"";
  }
}
