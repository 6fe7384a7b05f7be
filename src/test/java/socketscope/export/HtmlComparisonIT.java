package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.text.Language;

/** Two experiments in one page, in Chromium, without a display. */
class HtmlComparisonIT {

  private static final int ROWS = ComparedTraces.comparison().rows();

  @TempDir Path folder;

  private String inBrowser(String script) throws IOException, InterruptedException {
    return Browser.run(folder, ComparedTraces.page(false, Language.ENGLISH), script);
  }

  @Test
  void bothSidesAndTheMarksAreSteppedTogether() throws Exception {
    assertThat(
            inBrowser(
                """
                const columns = [...document.querySelectorAll('.rows')];
                const rows = () => columns.map(column => [...column.children]
                    .filter(row => getComputedStyle(row).display !== 'none').length).join('+');
                const whole = rows();
                key('Home'); const none = rows();
                key('ArrowRight'); document.getElementById('forward').click(); const two = rows();
                key('ArrowLeft'); const one = rows();
                tell(whole, none, two, one, location.hash);\
                """))
        .isEqualTo("R+R+R 0+0+0 2+2+2 1+1+1 #1".replace("R", Integer.toString(ROWS)));
  }

  @Test
  void playsToTheEnd() throws Exception {
    assertThat(
            inBrowser(
                """
                document.getElementById('speed').value = '4';
                key('p');
                const waiting = setInterval(() => {
                  if (document.getElementById('play').getAttribute('aria-pressed') === 'false') {
                    clearInterval(waiting);
                    tell(shown());
                  }
                }, 50);\
                """))
        .isEqualTo(Integer.toString(3 * ROWS));
  }

  @Test
  void goesFromDifferenceToDifferenceAndSaysEach() throws Exception {
    assertThat(
            inBrowser(
                """
                const at = () => document.querySelector('#events li[aria-current]');
                const said = name => document.getElementById(name).textContent;
                key('Home'); const nothing = said('difference');
                key('d'); const first = at();
                const told = ['left', 'right', 'difference']
                    .every(name => said(name) === first.dataset[name] && said(name) !== '');
                key('d'); const second = at(); key('D');
                document.getElementById('next').click();
                tell(/^[0-9]+ differences$/.test(nothing), told, 'differs' in first.dataset,
                    first !== second, at() === second);\
                """))
        .isEqualTo("true true true true true");
  }

  @Test
  void lightBecomesDarkAndNothingIsAskedFor() throws Exception {
    assertThat(
            inBrowser(
                """
                const ground = () => getComputedStyle(document.documentElement).backgroundColor;
                const before = ground();
                document.getElementById('theme').click();
                tell(before !== ground(), performance.getEntriesByType('resource').length);\
                """))
        .isEqualTo("true 0");
  }
}
