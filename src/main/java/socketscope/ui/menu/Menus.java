package socketscope.ui.menu;

import static socketscope.ui.command.Command.ABOUT;
import static socketscope.ui.command.Command.ADD_CLIENT;
import static socketscope.ui.command.Command.ADD_SERVER;
import static socketscope.ui.command.Command.BACK;
import static socketscope.ui.command.Command.CLIENT_PANE;
import static socketscope.ui.command.Command.COMPARE;
import static socketscope.ui.command.Command.COPY_CODE;
import static socketscope.ui.command.Command.COPY_INSIDE;
import static socketscope.ui.command.Command.COPY_PNG;
import static socketscope.ui.command.Command.COPY_SVG;
import static socketscope.ui.command.Command.COPY_TEXT;
import static socketscope.ui.command.Command.COPY_TRANSCRIPT;
import static socketscope.ui.command.Command.DIAGRAM;
import static socketscope.ui.command.Command.DIAGRAM_LARGER;
import static socketscope.ui.command.Command.DIAGRAM_SMALLER;
import static socketscope.ui.command.Command.DIAGRAM_USUAL;
import static socketscope.ui.command.Command.DOCTOR;
import static socketscope.ui.command.Command.EXPORT_HTML;
import static socketscope.ui.command.Command.EXPORT_MERMAID;
import static socketscope.ui.command.Command.EXPORT_PACKETS;
import static socketscope.ui.command.Command.EXPORT_PDF;
import static socketscope.ui.command.Command.EXPORT_PNG;
import static socketscope.ui.command.Command.EXPORT_SVG;
import static socketscope.ui.command.Command.EXPORT_TEXT;
import static socketscope.ui.command.Command.EXPORT_TRANSCRIPT;
import static socketscope.ui.command.Command.FIND;
import static socketscope.ui.command.Command.FIRST;
import static socketscope.ui.command.Command.FOLD;
import static socketscope.ui.command.Command.FORWARD;
import static socketscope.ui.command.Command.INSPECTOR;
import static socketscope.ui.command.Command.INTERRUPT;
import static socketscope.ui.command.Command.KEYS;
import static socketscope.ui.command.Command.LANGUAGE;
import static socketscope.ui.command.Command.LAST;
import static socketscope.ui.command.Command.LESSON_AGAIN;
import static socketscope.ui.command.Command.LESSON_FORMAT;
import static socketscope.ui.command.Command.LESSON_STEP;
import static socketscope.ui.command.Command.LOG;
import static socketscope.ui.command.Command.NEW_EXPERIMENT;
import static socketscope.ui.command.Command.NEXT_DIFFERENCE;
import static socketscope.ui.command.Command.NOTE;
import static socketscope.ui.command.Command.OPEN_LAST;
import static socketscope.ui.command.Command.OPEN_LESSON;
import static socketscope.ui.command.Command.OPEN_TRACE;
import static socketscope.ui.command.Command.PALETTE;
import static socketscope.ui.command.Command.PLACE;
import static socketscope.ui.command.Command.PLAY;
import static socketscope.ui.command.Command.PRESENT;
import static socketscope.ui.command.Command.PREVIOUS_DIFFERENCE;
import static socketscope.ui.command.Command.PRINT;
import static socketscope.ui.command.Command.QUIT;
import static socketscope.ui.command.Command.REDO;
import static socketscope.ui.command.Command.REDUCED_MOTION;
import static socketscope.ui.command.Command.SAVE_CODE;
import static socketscope.ui.command.Command.SAVE_TRACE;
import static socketscope.ui.command.Command.SERVER_PANE;
import static socketscope.ui.command.Command.TERMINAL;
import static socketscope.ui.command.Command.THEME;
import static socketscope.ui.command.Command.UNDO;
import static socketscope.ui.command.Command.ZOOM_IN;
import static socketscope.ui.command.Command.ZOOM_OUT;
import static socketscope.ui.command.Command.ZOOM_RESET;

import java.util.List;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuEntry.Gives;
import socketscope.ui.menu.MenuEntry.Line;
import socketscope.ui.menu.MenuEntry.Listed;
import socketscope.ui.menu.MenuEntry.Listing;
import socketscope.ui.menu.MenuEntry.Opens;

/** What stands in the menus of the window. */
public final class Menus {

  private Menus() {}

  /** The menus, from left to right. */
  public static List<Opens> all() {
    return List.of(file(), edit(), view(), experiment(), lesson(), help());
  }

  private static Opens file() {
    return menu(
        "menu.file",
        gives(NEW_EXPERIMENT),
        gives(OPEN_TRACE),
        gives(OPEN_LESSON),
        menu("menu.recent", listed(Listing.RECENT)),
        gives(OPEN_LAST),
        line(),
        gives(SAVE_TRACE),
        menu(
            "menu.export",
            gives(EXPORT_SVG, "menu.export.svg"),
            gives(EXPORT_PNG, "menu.export.png"),
            gives(EXPORT_PDF, "menu.export.pdf"),
            gives(EXPORT_TEXT, "menu.export.text"),
            gives(EXPORT_HTML, "menu.export.html"),
            gives(EXPORT_TRANSCRIPT, "menu.export.transcript"),
            gives(EXPORT_MERMAID, "menu.export.mermaid"),
            line(),
            gives(EXPORT_PACKETS, "menu.export.packets"),
            gives(SAVE_CODE, "menu.export.code")),
        line(),
        gives(PRINT),
        line(),
        gives(QUIT));
  }

  private static Opens edit() {
    return menu(
        "menu.edit",
        gives(UNDO),
        gives(REDO),
        line(),
        menu(
            "menu.copy",
            gives(COPY_TEXT, "menu.copy.text"),
            gives(COPY_SVG, "menu.copy.svg"),
            gives(COPY_PNG, "menu.copy.png"),
            gives(COPY_TRANSCRIPT, "menu.copy.transcript"),
            gives(COPY_CODE, "menu.copy.code")),
        line(),
        gives(NOTE),
        gives(FIND),
        menu("menu.filter", listed(Listing.FILTERS)));
  }

  private static Opens view() {
    return menu(
        "menu.view",
        gives(PALETTE),
        gives(PRESENT),
        line(),
        gives(ZOOM_IN),
        gives(ZOOM_OUT),
        gives(ZOOM_RESET),
        line(),
        gives(DIAGRAM_LARGER),
        gives(DIAGRAM_SMALLER),
        gives(DIAGRAM_USUAL),
        line(),
        gives(FOLD),
        gives(REDUCED_MOTION),
        line(),
        menu("menu.theme", listed(Listing.THEMES), line(), gives(THEME, "menu.theme.next")),
        menu(
            "menu.language",
            listed(Listing.LANGUAGES),
            line(),
            gives(LANGUAGE, "menu.language.other")),
        line(),
        menu("menu.go", gives(CLIENT_PANE), gives(SERVER_PANE), gives(DIAGRAM), gives(INSPECTOR)));
  }

  private static Opens experiment() {
    return menu(
        "menu.experiment",
        menu("menu.exchange", listed(Listing.EXCHANGES)),
        menu("menu.family", listed(Listing.FAMILIES)),
        gives(PLACE),
        gives(COPY_INSIDE),
        gives(TERMINAL),
        line(),
        gives(ADD_CLIENT),
        gives(ADD_SERVER),
        gives(INTERRUPT),
        line(),
        gives(FIRST),
        gives(BACK),
        gives(PLAY, "menu.play"),
        gives(FORWARD),
        gives(LAST),
        line(),
        gives(COMPARE),
        gives(NEXT_DIFFERENCE),
        gives(PREVIOUS_DIFFERENCE));
  }

  private static Opens lesson() {
    return menu(
        "menu.lesson",
        gives(LESSON_STEP),
        gives(LESSON_AGAIN),
        line(),
        listed(Listing.LESSONS),
        line(),
        gives(OPEN_LESSON));
  }

  private static Opens help() {
    return menu(
        "menu.help",
        gives(KEYS),
        gives(DOCTOR),
        gives(LESSON_FORMAT),
        line(),
        gives(LOG),
        gives(ABOUT));
  }

  private static Opens menu(String key, MenuEntry... entries) {
    return new Opens(key, List.of(entries));
  }

  private static Gives gives(Command command) {
    return gives(command, command.key());
  }

  private static Gives gives(Command command, String key) {
    return new Gives(command, key);
  }

  private static Line line() {
    return new Line();
  }

  private static Listed listed(Listing listing) {
    return new Listed(listing);
  }
}
