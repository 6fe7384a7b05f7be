package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.failure.LogFile;
import socketscope.text.Language;

/** Every output of a moment shows what had happened by then, in the places of the whole. */
class UntilTest {

  private static final String TRACE = "src/test/resources/socketscope/export/captured-tcp.jsonl";

  @TempDir private Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private int run(String... arguments) {
    WindowOpener window =
        new WindowOpener() {
          @Override
          public boolean displayAvailable() {
            return false;
          }

          @Override
          public void open(Optional<Path> trace, Optional<Language> language) {}
        };
    return new CommandLineInterface(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            window,
            new LogFile(folder.resolve("log"), () -> "test", 10_000))
        .run(List.of(arguments));
  }

  /** What an output of the trace is, up to that row. */
  private Path export(String option, String until) throws IOException {
    Path file = folder.resolve(option.substring(2) + until);
    String[] limit = until.isEmpty() ? new String[0] : new String[] {"--until", until};
    String[] line = {"export", TRACE, option, file + "", "--lang", "en"};
    assertThat(run(Stream.of(line, limit).flatMap(Stream::of).toArray(String[]::new)))
        .as(messages.toString(StandardCharsets.UTF_8))
        .isZero();
    return file;
  }

  /** After connect() has returned and before accept() has; later the client sends. */
  @ParameterizedTest
  @ValueSource(strings = {"--svg", "--text", "--mermaid", "--html", "--transcript"})
  void showsNothingThatComesLater(String option) throws IOException {
    assertThat(export(option, "")).content().contains("listen", "connect", "send", "FIN");
    String early = Files.readString(export(option, "6"));
    assertThat(early).contains("listen", "client", "server");
    assertThat(early).doesNotContain("FIN", "ESTABLISHED", "send(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "6"})
  void picturesAreAsLargeAsTheWholeOne(String until) throws IOException {
    assertThat(size(export("--svg", until))).isEqualTo(size(export("--svg", "")));
    BufferedImage whole = ImageIO.read(export("--png", "").toFile());
    BufferedImage early = ImageIO.read(export("--png", until).toFile());
    assertThat(early.getWidth()).isEqualTo(whole.getWidth());
    assertThat(early.getHeight()).isEqualTo(whole.getHeight());
    assertThat(Files.readString(export("--pdf", until), StandardCharsets.ISO_8859_1))
        .contains("/MediaBox [0 0 595.28 841.89]");
  }

  private static String size(Path svg) throws IOException {
    Matcher size = Pattern.compile("viewBox=\"[^\"]*\"").matcher(Files.readString(svg));
    assertThat(size.find()).isTrue();
    return size.group();
  }

  @Test
  void theTranscriptThatIsPrintedEndsThere() {
    assertThat(run("export", TRACE, "--lang", "en")).isZero();
    String whole = output.toString(StandardCharsets.UTF_8);
    output.reset();
    assertThat(run("export", TRACE, "--lang", "en", "--until", "6")).isZero();
    String early = output.toString(StandardCharsets.UTF_8);
    assertThat(whole.lines().toList()).containsSubsequence(early.lines().limit(8).toList());
    assertThat(early.lines().count()).isBetween(8L, whole.lines().count() / 2);
  }

  @Test
  void aRunKeepsItsTraceWhole() throws IOException {
    Path trace = folder.resolve("t.jsonl");
    assertThat(run("run", "udp", "--trace", trace + "", "--until", "3")).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("recvfrom");
    assertThat(trace).content().contains("recvfrom");
  }

  @ParameterizedTest
  @CsvSource({
    "en, connect, which takes the number of the last row",
    "es, connect, que admite el número de la última fila",
    "en, 1000, There is no row 1000",
    "es, 1000, No hay fila 1000"
  })
  void aWrongRowGetsASentenceAndExitCode2(String language, String until, String said) {
    assertThat(run("export", TRACE, "--until", until, "--lang", language)).isEqualTo(2);
    String message = messages.toString(StandardCharsets.UTF_8);
    assertThat(message.lines()).hasSize(1);
    assertThat(message).contains(said);
    assertThat(output.size()).isZero();
  }
}
