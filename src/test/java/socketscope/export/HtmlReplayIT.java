package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.text.Language;

/** The page in Chromium, without a display. */
class HtmlReplayIT {

  private static final int ROWS = Diagram.of(Experiments.tcpEcho()).rows().size();

  /** What a script of the test finds out stands in the page's title. */
  private static final Pattern TITLE = Pattern.compile("<title>TESTED (.*?)</title>");

  @TempDir Path folder;

  /** Runs a script in the page, and gives back what it sets the title to. */
  private String inBrowser(String script) throws IOException, InterruptedException {
    String page = HtmlReplay.of(Experiments.tcpEcho(), false, Language.ENGLISH, ZoneOffset.UTC);
    Path file = folder.resolve("replay.html");
    Files.writeString(
        file,
        page.replace(
            "</body>",
            """
            <script>
            const shown = () => [...document.querySelectorAll('.rows > g')]
                .filter(row => getComputedStyle(row).display !== 'none').length;
            const key = name => document.dispatchEvent(
                new KeyboardEvent('keydown', {key: name, bubbles: true}));
            const tell = (...what) => document.title = 'TESTED ' + what.join(' ');
            %s
            </script></body>\
            """
                .formatted(script)));
    return run(file);
  }

  private String run(Path page) throws IOException, InterruptedException {
    String browser =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElse("");
    assumeTrue(!browser.isEmpty(), "no Chromium here");
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    browser,
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--enable-logging=stderr",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--virtual-time-budget=60000",
                    "--dump-dom",
                    page.toUri().toString()))
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(log)).doesNotContain("CONSOLE");
    Matcher title = TITLE.matcher(Files.readString(dom));
    assertThat(title.find()).as("the script has come to its end").isTrue();
    return title.group(1);
  }

  @Test
  void showsTheWholeExperimentAtFirst() throws Exception {
    assertThat(inBrowser("tell(shown());")).isEqualTo(Integer.toString(ROWS));
  }

  @Test
  void keysStepForwardAndBack() throws Exception {
    assertThat(
            inBrowser(
                """
                key('Home'); const none = shown();
                key('ArrowRight'); key('ArrowRight'); key(' '); const three = shown();
                key('ArrowLeft'); const two = shown();
                key('End');
                tell(none, three, two, shown(), location.hash);\
                """))
        .isEqualTo("0 3 2 " + ROWS + " #" + ROWS);
  }

  @Test
  void buttonsAndRowsAndTheSliderMoveIt() throws Exception {
    assertThat(
            inBrowser(
                """
                const click = id => document.getElementById(id).click();
                click('first'); click('forward'); const one = shown();
                document.querySelectorAll('#events li')[4].click(); const five = shown();
                click('back'); const four = shown();
                const slider = document.getElementById('moment');
                slider.value = 7; slider.dispatchEvent(new Event('input')); const seven = shown();
                click('last');
                tell(one, five, four, seven, shown());\
                """))
        .isEqualTo("1 5 4 7 " + ROWS);
  }

  @Test
  void playsToTheEndAtTheSpeedThatWasChosen() throws Exception {
    assertThat(
            inBrowser(
                """
                const speed = document.getElementById('speed');
                speed.value = '4'; speed.dispatchEvent(new Event('change'));
                key('p'); const start = shown(); const began = performance.now();
                const waiting = setInterval(() => {
                  if (document.getElementById('play').getAttribute('aria-pressed') === 'false') {
                    clearInterval(waiting);
                    const steps = Math.round((performance.now() - began) / 250);
                    tell(start, shown(), Math.abs(steps - shown()) <= 1);
                  }
                }, 50);\
                """))
        .isEqualTo("0 " + ROWS + " true");
  }

  @Test
  void saysWhatHappenedAndMarksTheRow() throws Exception {
    assertThat(
            inBrowser(
                """
                key('Home'); key('ArrowRight');
                const item = document.querySelector('#events li[aria-current]');
                tell(document.getElementById('happened').textContent === item.dataset.happened,
                    document.querySelectorAll('.rows > .current').length);\
                """))
        .isEqualTo("true 1");
  }

  @Test
  void asksForNothing() throws Exception {
    assertThat(inBrowser("tell(performance.getEntriesByType('resource').length);")).isEqualTo("0");
  }
}
