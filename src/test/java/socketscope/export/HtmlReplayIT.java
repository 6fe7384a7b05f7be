package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.text.Language;

/** The page in Chromium, without a display. */
class HtmlReplayIT {

  private static final int ROWS = Diagram.of(Experiments.tcpEcho()).rows().size();

  @TempDir Path folder;

  private String inBrowser(String script) throws IOException, InterruptedException {
    String page =
        HtmlReplay.of(Excerpt.of(Experiments.tcpEcho()), false, Language.ENGLISH, ZoneOffset.UTC);
    return Browser.run(folder, page, script);
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
