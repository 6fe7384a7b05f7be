package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.text.Language;
import socketscope.text.Texts;

class StepsPropertyTest {

  private static final String[] TOKENS = {
    "server",
    "client2",
    ":",
    " ",
    "=",
    "...",
    "(",
    ")",
    ",",
    "\"",
    "\\",
    "\\x4",
    "#",
    "port",
    "p",
    "socket",
    "recvfrom",
    "bind",
    "getsockopt",
    "from",
    "AF_INET",
    "|",
    "-1",
    "EBADF",
    "127.0.0.1",
    "[::1]",
    "]",
    "99999999999999999999",
    "\n",
    "\r",
    "\u2028",
    "\0",
    "é",
    "\uD83D",
    "\t",
    "```",
    "```steps\n",
    "# T\n",
    "> ",
    "  - ",
    "0x",
    "kill",
    "-STOP",
    "..",
    "while",
    "echo",
    "thread",
    "a"
  };

  private static final Texts TEXTS = Texts.of("lesson", Language.SPANISH);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      boolean wild = random.nextInt(8) == 0;
      text.append(
          wild
              ? Character.toString(random.nextInt(0x11_0000))
              : TOKENS[random.nextInt(TOKENS.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasPrintedIsReadBack(long seed) throws Exception {
    Steps steps = new StepsGenerator(new Random(seed)).steps();

    assertThat(StepsParser.parse(steps.toString())).isEqualTo(steps);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomTextIsReadOrHasFaultsWithinIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      String text = randomText(random);
      check(text, () -> StepsParser.parse(text));
      String fenced = "# T\n```steps\n" + text;
      check(fenced, () -> LessonReader.read(fenced));
      check(text, () -> LessonReader.read(text));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedStepsAreReadOrHaveFaultsWithinThem(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(new StepsGenerator(random).steps().toString());
    for (int i = 0; i < 40 && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      if (random.nextBoolean()) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
      }
      check(text.toString(), () -> StepsParser.parse(text.toString()));
    }
  }

  private interface Reading {
    void read() throws LessonException;
  }

  private static void check(String text, Reading reading) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    try {
      reading.read();
    } catch (LessonException e) {
      assertThat(e.faults()).isNotEmpty();
      for (LessonFault fault : e.faults()) {
        assertThat(fault.line()).isBetween(1, lines.length);
        assertThat(fault.column()).isBetween(1, lines[fault.line() - 1].length() + 1);
        assertThat(fault.sentence(TEXTS)).startsWith("Línea ");
      }
    } catch (RuntimeException e) {
      fail("reading <" + text + ">", e);
    }
  }
}
