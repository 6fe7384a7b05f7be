package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a display, for pages that replay rows. */
final class Browser {

  /** What a script of a test finds out stands in the page's title. */
  private static final Pattern TITLE = Pattern.compile("<title>TESTED (.*?)</title>");

  private Browser() {}

  /**
   * Runs a script in a page, and gives back what it tells with {@code tell(...)}.
   *
   * @param folder for what the browser writes
   */
  static String run(Path folder, String page, String script)
      throws IOException, InterruptedException {
    Path file = folder.resolve("replay.html");
    Files.writeString(
        file,
        page.replace(
            "</body>",
            """
            <script>
            const shown = (of = '.rows') => [...document.querySelectorAll(of + ' > g')]
                .filter(row => getComputedStyle(row).display !== 'none').length;
            const key = name => document.dispatchEvent(
                new KeyboardEvent('keydown', {key: name, bubbles: true}));
            const tell = (...what) => document.title = 'TESTED ' + what.join(' ');
            %s
            </script></body>\
            """
                .formatted(script)));
    return run(folder, file);
  }

  private static String run(Path folder, Path page) throws IOException, InterruptedException {
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
}
