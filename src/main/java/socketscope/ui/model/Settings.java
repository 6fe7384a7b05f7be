package socketscope.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import socketscope.code.ProgramLanguage;
import socketscope.diagram.Filter;
import socketscope.event.Place;
import socketscope.lesson.Family;
import socketscope.text.Language;

/** What the user has chosen for this and later times. Nothing depends on its being remembered. */
public final class Settings {

  private static final double SLOWEST = 0.25;
  private static final double FASTEST = 4;

  /** The least scale of the diagram, and of all texts. */
  public static final double SMALLEST = 0.8;

  /** The greatest scale of the diagram, and of all texts. */
  public static final double LARGEST = 2.5;

  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
  private final ObjectProperty<ProgramLanguage> codeLanguage =
      new SimpleObjectProperty<>(ProgramLanguage.C);
  private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>(Plan.FIRST);
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
  private final BooleanProperty moreCalls = new SimpleBooleanProperty();
  private final BooleanProperty folded = new SimpleBooleanProperty();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
  private final ObjectProperty<List<String>> recent = new SimpleObjectProperty<>(List.of());
  private final StringProperty folder = new SimpleStringProperty("");
  private final ObjectProperty<List<String>> used = new SimpleObjectProperty<>(List.of());
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final BooleanProperty pointer = new SimpleBooleanProperty();
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final DoubleProperty width = new SimpleDoubleProperty(1440);
  private final DoubleProperty height = new SimpleDoubleProperty(900);
  private final DoubleProperty x = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty y = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty inspectorHeight = new SimpleDoubleProperty(Double.NaN);
  private final StringProperty tab = new SimpleStringProperty("");
  private final BooleanProperty maximized = new SimpleBooleanProperty();

  /** What a first window has. */
  public Settings() {}

  /** What was remembered; the system's language, and dark, where nothing was. */
  public static Settings remembered(Preferences store) {
    Settings settings = new Settings();
    settings.language.set(Language.ofCode(store.get("language", "")).orElseGet(Language::ofSystem));
    settings.theme.set(Theme.named(store.get("theme", "")));
    settings.codeLanguage.set(
        ProgramLanguage.ofId(store.get("codeLanguage", "")).orElse(ProgramLanguage.C));
    settings.plan.set(
        Plan.free(
                constant(Exchange.class, store.get("exchange", "")).orElse(Exchange.TCP),
                constant(Family.class, store.get("family", "")).orElse(Family.IPV4),
                constant(UnixName.class, store.get("unixName", "")).orElse(UnixName.PATH))
            .at(constant(Place.class, store.get("place", "")).orElse(Place.ALONE)));
    settings.reducedMotion.set(store.getBoolean("reducedMotion", false));
    settings.moreCalls.set(store.getBoolean("moreCalls", false));
    settings.folded.set(store.getBoolean("folded", false));
    settings.filter.set(
        Filter.NONE
            .hidingAcks(store.getBoolean("hidesAcks", false))
            .hidingProbes(store.getBoolean("hidesProbes", false))
            .collapsing(store.getBoolean("collapses", false)));
    settings.recent.set(RememberedList.get(store, "recent"));
    settings.folder.set(store.get("folder", ""));
    settings.pointer.set(store.getBoolean("pointer", false));
    settings.used.set(RememberedList.get(store, "used"));
    settings.speed.set(Math.clamp(store.getDouble("speed", 1), SLOWEST, FASTEST));
    settings.scale.set(Math.clamp(store.getDouble("scale", 1), SMALLEST, LARGEST));
    settings.textScale.set(Math.clamp(store.getDouble("textScale", 1), SMALLEST, LARGEST));
    settings.width.set(store.getDouble("width", 1440));
    settings.height.set(store.getDouble("height", 900));
    settings.x.set(store.getDouble("x", Double.NaN));
    settings.y.set(store.getDouble("y", Double.NaN));
    settings.inspectorHeight.set(store.getDouble("inspectorHeight", Double.NaN));
    settings.tab.set(store.get("tab", ""));
    settings.maximized.set(store.getBoolean("maximized", false));
    return settings;
  }

  /** A lesson's own place is not remembered. */
  private static Place place(Plan plan) {
    return plan.lesson() == null ? plan.place() : Place.ALONE;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }

  /** Keeps it for later times, where that is possible. */
  public void remember(Preferences store) {
    store.put("language", language.get().code());
    store.put("theme", theme.get().name());
    store.put("codeLanguage", codeLanguage.get().id());
    store.put("exchange", plan.get().exchange().name());
    store.put("family", plan.get().family().name());
    store.put("unixName", plan.get().unixName().name());
    store.put("place", place(plan.get()).name());
    store.putBoolean("reducedMotion", reducedMotion.get());
    store.putBoolean("moreCalls", moreCalls.get());
    store.putBoolean("folded", folded.get());
    store.putBoolean("hidesAcks", filter.get().hidesAcks());
    store.putBoolean("hidesProbes", filter.get().hidesProbes());
    store.putBoolean("collapses", filter.get().collapses());
    RememberedList.put(store, "recent", recent.get());
    store.put("folder", folder.get());
    store.putBoolean("pointer", pointer.get());
    RememberedList.put(store, "used", used.get());
    store.putDouble("speed", speed.get());
    store.putDouble("scale", scale.get());
    store.putDouble("textScale", textScale.get());
    store.putDouble("width", width.get());
    store.putDouble("height", height.get());
    store.putDouble("x", x.get());
    store.putDouble("y", y.get());
    store.putDouble("inspectorHeight", inspectorHeight.get());
    store.put("tab", tab.get());
    store.putBoolean("maximized", maximized.get());
    try {
      store.flush();
    } catch (BackingStoreException e) {
      // Then the next window looks like the first one did.
    }
  }

  /** The language of all texts. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** The colours. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** What the experiment is written in as programs. */
  public ObjectProperty<ProgramLanguage> codeLanguageProperty() {
    return codeLanguage;
  }

  /** What was tried last, called freely. */
  public ObjectProperty<Plan> planProperty() {
    return plan;
  }

  /** Whether events appear without animation. */
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /** Whether the panes show the calls beyond the textbook's. */
  public BooleanProperty moreCallsProperty() {
    return moreCalls;
  }

  /** Whether the diagram has two lifelines instead of four. */
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /** Which rows the diagram shows; the socket is forgotten with the experiment. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** The files that were opened or saved lately, the last one first. */
  public ObjectProperty<List<String>> recentProperty() {
    return recent;
  }

  /** The folder of the last of them; empty for none. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** The ids of what was used from the palette, the last one first. */
  public ObjectProperty<List<String>> usedProperty() {
    return used;
  }

  /** How fast it is played; 1 is the usual pace. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** How large everything in the window is drawn; 1 is the usual size. */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** How large the diagram is drawn beside everything else; 1 is the usual size. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  /** Whether a ring goes with the mouse in a lecture. */
  public BooleanProperty pointerProperty() {
    return pointer;
  }

  /** The window's width, with its decorations, while it is not maximized. */
  public DoubleProperty widthProperty() {
    return width;
  }

  /** The window's height, with its decorations, while it is not maximized. */
  public DoubleProperty heightProperty() {
    return height;
  }

  /** What to ask for as the window's place from the left; not a number where none was chosen. */
  public DoubleProperty xProperty() {
    return x;
  }

  /** The same from the top. */
  public DoubleProperty yProperty() {
    return y;
  }

  /** How high the inspector is; not a number where the user has not moved its border. */
  public DoubleProperty inspectorHeightProperty() {
    return inspectorHeight;
  }

  /** The tab of the inspector that was looked at last; empty for none. */
  public StringProperty tabProperty() {
    return tab;
  }

  /** Whether the window fills the screen. */
  public BooleanProperty maximizedProperty() {
    return maximized;
  }
}
