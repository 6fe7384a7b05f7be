package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.failure.LogFile;
import socketscope.text.Language;

class CommandLineTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final List<Optional<Path>> opened = new ArrayList<>();
  private final List<Optional<Language>> languages = new ArrayList<>();
  private boolean display;

  private int run(String... arguments) {
    WindowOpener window =
        new WindowOpener() {
          @Override
          public boolean displayAvailable() {
            return display;
          }

          @Override
          public void open(Optional<Path> trace, Optional<Language> language) {
            opened.add(trace);
            languages.add(language);
          }
        };
    return commands(window).run(List.of(arguments));
  }

  private CommandLineInterface commands(WindowOpener window) {
    return new CommandLineInterface(print(output), print(messages), window, log());
  }

  private LogFile log() {
    return new LogFile(folder.resolve("log"), () -> "test", 10_000);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String messages() {
    return messages.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("broken.md"), "# T\n```steps\nserver: bind(\n```\n");
    Files.writeString(folder.resolve("constant.md"), lesson("l = socket(AF_INET, SOCK_STRAM, 0)"));
    Files.writeString(
        folder.resolve("outside.md"),
        lesson("l = socket(AF_INET, SOCK_STREAM, 0)\nserver: connect(l, 192.0.2.1:80)"));
    Files.writeString(folder.resolve("latin1.md"), "# Lección\n", StandardCharsets.ISO_8859_1);
    Files.writeString(folder.resolve("wrong.md"), lesson("listen(-1, 1) = 0"));
    Files.createFile(folder.resolve("empty.jsonl"));
    Files.write(folder.resolve("cut.pcapng"), new byte[] {0x0a, 0x0d, 0x0d, 0x0a, 28, 0, 0});
    Files.writeString(folder.resolve("notrace.jsonl"), "hello\nworld\n");
    Files.writeString(folder.resolve("later.jsonl"), "{\"socketscope-trace\":99}\n");
    Files.writeString(
        folder.resolve("blind.jsonl"),
        """
        {"socketscope-trace":1}
        {"event":"capture-started","time":1,"program":"","serial":0,"method":"NONE","reason":"capture=off"}
        """);
    Files.writeString(folder.resolve("line.jsonl"), "{\"socketscope-trace\":1}\n\n{\"x\":1}\n{}\n");
  }

  private static String lesson(String steps) {
    return "# T\n\n```steps\nserver: " + steps + "\n```\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | rnu",
        "run | LESSON|FILE",
        "run nonsense | nonsense",
        "run tcp --family ipv7 | which takes ipv4|ipv6",
        "run tcp --lang xx | xx",
        "run tcp --trace | --trace",
        "run FOLDER | is a folder",
        "run FOLDER/blind.jsonl | is a saved trace, not a lesson",
        "run FOLDER/broken.md | broken.md",
        "run FOLDER/constant.md | SOCK_STRAM",
        "run FOLDER/outside.md | 192.0.2.1",
        "run FOLDER/latin1.md | UTF-8",
        "run tcp --svg /nowhere/x.svg | its folder does not exist",
        "run tcp --pcapng /nowhere/x.pcapng | /nowhere/x.pcapng",
        "run tcp --no-capture --pcapng FOLDER/x.pcapng | --no-capture",
        "export FOLDER/blind.jsonl --pcapng FOLDER/x.pcapng | It was asked not to capture",
        "run tcp --trace /nowhere/x.jsonl | /nowhere/x.jsonl",
        "open | FILE",
        "open FOLDER/none.jsonl | There is no file",
        "open FOLDER/notrace.jsonl | no Socketscope trace",
        "open FOLDER/later.jsonl | version 99",
        "export FOLDER/line.jsonl | Line 3",
        "export FOLDER | is a folder",
        "export FOLDER/empty.jsonl | holds no event",
        "export FOLDER/cut.pcapng | cut off or broken",
        "export FOLDER/blind.jsonl --text FOLDER/blind.jsonl | it is what is being read",
        "export FOLDER/blind.jsonl --text FOLDER/x --html FOLDER/../FOLDER_NAME/x | twice",
        "export FOLDER/blind.jsonl --text FOLDER | is a folder",
        "run FOLDER/wrong.md --trace FOLDER/wrong.md | it is what is being read",
        "run tcp --svg FOLDER/x --trace FOLDER/x | twice",
        "export src/test/resources/socketscope/code/udp.jsonl --until connect | which takes the number",
        "export src/test/resources/socketscope/code/udp.jsonl --until -1 | “-1” is no value",
        "export src/test/resources/socketscope/code/udp.jsonl --until 99 | There is no row 99",
        "run nonsense --until x | nonsense",
        "run udp --until x | which takes the number",
        "run udp --until 99 | There is no row 99",
        "compare tcp | no pair",
        "compare tcp nonsense | nonsense",
        "compare tcp udp udp | Not understood: udp",
        "compare tcp FOLDER/cut.pcapng | cut off or broken",
        "compare FOLDER/blind.jsonl tcp --svg FOLDER/blind.jsonl | it is what is being read",
        "lessons tcp | tcp",
        "--nonsense | --nonsense"
      })
  void badInputGetsASentenceAndExitCode2(String line, String named) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        Stream.of(line.split(" "))
            .map(a ->
                a.replace("FOLDER_NAME", folder.getFileName() + "").replace("FOLDER", folder + ""))
            .toList());
    if (!line.contains("--lang")) {
      arguments.addAll(List.of("--lang", "en"));
    }
    assertThat(run(arguments.toArray(String[]::new))).as(messages()).isEqualTo(2);
    assertThat(messages()).contains(named).doesNotContain("\tat ", "Exception");
    assertThat(output()).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void whatWasReadIsNotWrittenOver() throws IOException {
    Path trace = folder.resolve("blind.jsonl");
    String before = Files.readString(trace);
    assertThat(run("export", trace + "", "--text", trace + "", "--lang", "es")).isEqualTo(2);
    assertThat(messages()).contains("es lo que se está leyendo");
    assertThat(trace).hasContent(before);
  }

  @Test
  void kernelThatAnswersOtherwiseGivesExitCode1AndTheLine() {
    assertThat(run("run", folder.resolve("wrong.md").toString(), "--lang", "en")).isEqualTo(1);
    assertThat(messages()).contains("4").contains("EBADF");
    assertThat(output()).contains("listen");
  }

  @Test
  void messageDoesNotRepeatALongStepWhole() throws IOException {
    Path lesson = folder.resolve("long.md");
    Files.writeString(lesson, lesson("send(-1, \"" + "x".repeat(100_000) + "\") = 7"));
    assertThat(run("run", lesson.toString(), "--lang", "en")).isEqualTo(1);
    assertThat(messages()).contains("EBADF").hasSizeLessThan(1000);
  }

  @Test
  void resultThatCannotBeWrittenIsNoSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    CommandLineInterface commands =
        new CommandLineInterface(new PrintStream(full, true), print(messages), null, log());
    assertThat(commands.run(List.of("lessons", "--lang", "en"))).isEqualTo(2);
    assertThat(messages()).contains("standard output");
  }

  @Test
  void theWindowHasTheLanguageThatIsAskedFor() {
    display = true;
    assertThat(run("--lang", "es")).isZero();
    assertThat(run()).isZero();
    assertThat(languages).containsExactly(Optional.of(Language.SPANISH), Optional.empty());
  }

  /** A window that does that, and is closed. */
  private static WindowOpener window(Runnable action) {
    return new WindowOpener() {
      @Override
      public boolean displayAvailable() {
        return true;
      }

      @Override
      public void open(Optional<Path> trace, Optional<Language> language) {
        action.run();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void whereItFailsItselfOneSentenceSaysSoAndTheLogMore(String language) {
    WindowOpener failing =
        window(() -> {
          throw new IllegalStateException("broken");
        });
    assertThat(commands(failing).run(List.of("--lang", language))).isEqualTo(3);
    assertThat(messages().lines()).hasSize(1);
    assertThat(messages()).contains("IllegalStateException: broken", log().path().toString());
    assertThat(log().text()).contains("IllegalStateException: broken\n\tat ");
  }

  @Test
  void anErrorOfJavaIsAFailureToo() {
    WindowOpener failing =
        window(() -> {
          throw new StackOverflowError("deep");
        });
    assertThat(commands(failing).run(List.of())).isEqualTo(3);
    assertThat(messages()).contains("StackOverflowError: deep");
  }

  @Test
  void whatFailsInAnotherThreadIsSaidOnceAndIsNoSuccess() {
    List<CommandLineInterface> commands = new ArrayList<>();
    WindowOpener window =
        window(() -> {
          for (int i = 0; i < 3; i++) {
            commands
                .getFirst()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("other"));
          }
        });
    commands.add(commands(window));
    assertThat(commands.getFirst().run(List.of("--lang", "en"))).isEqualTo(3);
    assertThat(messages().lines()).hasSize(1);
    assertThat(messages()).contains("IllegalStateException: other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void helpIsInOneLanguage(String language) {
    assertThat(run("run", "--help", "--lang", language)).isZero();
    assertThat(output().contains("Usage:")).isEqualTo(language.equals("en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void withoutADisplayOneSentenceNamesTheCommandLine(String language) {
    assertThat(run("--lang", language)).isEqualTo(3);
    assertThat(messages().lines()).hasSize(1);
    assertThat(messages()).contains("socketscope run tcp");
  }

  @Test
  void withADisplayTheWindowOpens() {
    display = true;
    assertThat(run()).isZero();
    assertThat(opened).containsExactly(Optional.empty());
  }

  @Test
  void exportedTraceGivesTheSameTranscriptAsTheRun() throws IOException {
    Path trace = folder.resolve("t.jsonl");
    assertThat(run("run", "udp", "--trace", trace.toString(), "--lang", "es")).isZero();
    String transcript = output();
    output.reset();
    assertThat(run("export", trace.toString(), "--lang", "es")).isZero();
    assertThat(output()).isEqualTo(transcript).contains("sendto");
    output.reset();
    Path svg = folder.resolve("d.svg");
    Path png = folder.resolve("d.png");
    Path text = folder.resolve("d.txt");
    assertThat(
            run(
                "export",
                trace.toString(),
                "--svg",
                svg.toString(),
                "--png",
                png.toString(),
                "--text",
                text.toString()))
        .isZero();
    assertThat(output()).isEmpty();
    assertThat(svg).content().startsWith("<").contains("sendto");
    assertThat(text).content().contains("sendto");
    assertThat(javax.imageio.ImageIO.read(png.toFile()).getWidth()).isGreaterThan(900);
  }

  @Test
  void packetsAreWrittenWhereTheyAreCapturedAndElseItIsSaidWhyNot() throws IOException {
    Path packets = folder.resolve("p.pcapng");
    int exitCode = run("run", "udp", "--lang", "en", "--pcapng", packets.toString());
    assertThat(output()).contains("sendto");
    if (output().contains("Packets are not captured")) {
      assertThat(exitCode).isEqualTo(3);
      assertThat(messages()).contains("p.pcapng", "no packets were captured");
      assertThat(packets).doesNotExist();
    } else {
      assertThat(exitCode).isZero();
      assertThat(Files.readAllBytes(packets)).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
      assertThat(messages()).isEmpty();
    }
  }

  @Test
  void captureWithoutPacketsIsWrittenAndTold() throws IOException {
    Path trace = folder.resolve("quiet.jsonl");
    Files.writeString(
        trace,
        """
        {"socketscope-trace":1}
        {"event":"capture-started","time":1,"program":"","serial":0,"method":"RAW_SOCKET","reason":"raw=ok"}
        """);
    Path packets = folder.resolve("p.pcapng");
    assertThat(run("export", trace + "", "--lang", "en", "--pcapng", packets + "")).isZero();
    assertThat(packets).isNotEmptyFile();
    assertThat(messages()).contains("p.pcapng", "holds no packets");
  }

  @Test
  void lessonsAreListedOneALine() {
    assertThat(run("lessons")).isZero();
    assertThat(output().lines())
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.split("\t")[2].matches("IPv4, IPv6|IPv[46]|IPv4 \\+ IPv6|AF_UNIX"))
        .allMatch(line -> line.split("\t").length == 4);
  }

  @Test
  void doctorAnswersForEveryKindOfSocket() {
    assertThat(run("doctor", "--lang", "en")).isZero();
    assertThat(output()).contains("127.0.0.1", "::1", "AF_UNIX", "raw", "display");
  }

  @Test
  void theExperimentIsExportedAsProgramsInSeveralLanguages() throws IOException {
    Path trace = Path.of("src/test/resources/socketscope/code/udp.jsonl");
    Path c = folder.resolve("c");
    Path java = folder.resolve("java");
    assertThat(run("export", trace.toString(), "--code", "c=" + c, "--code", "java=" + java))
        .as(messages())
        .isZero();
    assertThat(output()).isEmpty();
    assertThat(c.resolve("server.c")).content().contains("recvfrom(");
    assertThat(java.resolve("Client.java")).content().contains("class Client");
  }

  @Test
  void programsAreRefusedInOtherLanguagesAndInFoldersThatCannotBe() throws IOException {
    String trace = "src/test/resources/socketscope/code/udp.jsonl";
    assertThat(run("export", trace, "--code", "cobol=" + folder, "--lang", "en")).isEqualTo(2);
    assertThat(messages()).contains("cobol").doesNotContain("Exception");
    Path none = folder.resolve("no/such/folder");
    assertThat(run("export", trace, "--code", "c=" + none, "--lang", "en")).isEqualTo(2);
    assertThat(messages()).contains("cannot be written");
  }
}
