package socketscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.text.Language;
import socketscope.text.Texts;

/** The lessons that come with the application, and those in files. */
public final class Lessons {

  /** Some editors put it before the first character of a file in UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a line of the list begins with that begins a chapter. */
  private static final String CHAPTER = "# ";

  private Lessons() {}

  /** The names of the lessons that come with the application, in the order to learn them. */
  public static List<String> ids() {
    return list().values().stream().flatMap(List::stream).toList();
  }

  /**
   * The lessons that come with the application, in that language and in the order to learn them.
   */
  public static List<ShippedLesson> all(Language language) {
    return shipped(ids(), language);
  }

  /** The same, by chapters. */
  public static List<Chapter> chapters(Language language) {
    Texts texts = Texts.of("lesson", language);
    return list().entrySet().stream()
        .map(chapter ->
            new Chapter(
                chapter.getKey(),
                texts.get("chapter." + chapter.getKey()),
                shipped(chapter.getValue(), language)))
        .toList();
  }

  /** The names of the lessons, by the names of the chapters. */
  private static Map<String, List<String>> list() {
    Map<String, List<String>> chapters = new LinkedHashMap<>();
    List<String> chapter = new ArrayList<>();
    // An image has no folders to list, so the lessons are listed in a file.
    for (String line : resource("lessons.txt").lines().filter(l -> !l.isBlank()).toList()) {
      if (line.startsWith(CHAPTER)) {
        chapter = new ArrayList<>();
        chapters.put(line.substring(CHAPTER.length()), chapter);
      } else {
        chapter.add(line);
      }
    }
    return chapters;
  }

  /** The pairs of them that are worth to be compared, the best first. */
  public static List<LessonPair> pairs(Language language) {
    Texts texts = Texts.of("lesson", language);
    return resource("pairs.txt")
        .lines()
        .map(line -> line.split(" ", -1))
        .map(line ->
            new LessonPair(
                line[0],
                line[1],
                line[2],
                texts.get("pair." + line[0]),
                texts.get("pair." + line[0] + ".look")))
        .toList();
  }

  private static List<ShippedLesson> shipped(List<String> ids, Language language) {
    return ids.stream().map(id -> new ShippedLesson(id, shipped(id, language))).toList();
  }

  /** The lesson of that name in that language; empty where none comes with the application. */
  public static Optional<Lesson> named(String id, Language language) {
    return ids().contains(id) ? Optional.of(shipped(id, language)) : Optional.empty();
  }

  /**
   * Reads a lesson from a file in UTF-8.
   *
   * @throws IOException where it cannot be read, or is no text
   * @throws LessonException where it is no lesson
   */
  public static Lesson read(Path file) throws IOException, LessonException {
    String text = Files.readString(file);
    return LessonReader.read(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text,
        file.toAbsolutePath().getParent());
  }

  private static Lesson shipped(String id, Language language) {
    try {
      return LessonReader.read(resource(id + "." + language.code() + ".md"));
    } catch (LessonException e) {
      throw new IllegalStateException(id, e); // its test has read it
    }
  }

  private static String resource(String name) {
    try (@Nullable InputStream file = Lessons.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("not in the application: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Two lessons that are worth to be seen side by side.
   *
   * @param id what it is called on the command line, in every language
   * @param left the name of the lesson on the left
   * @param right the name of the lesson on the right
   * @param title what they are, in the language of the user
   * @param look what to look at, in a sentence or two
   */
  public record LessonPair(String id, String left, String right, String title, String look) {}
}
