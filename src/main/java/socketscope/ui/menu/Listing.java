package socketscope.ui.menu;

/** What a menu lists when it opens. */
public enum Listing {
  /** The files that were opened lately. */
  RECENT,
  /** What can be tried: TCP, UDP ... */
  EXCHANGES,
  /** The versions of IP; over AF_UNIX the kinds of names. */
  FAMILIES,
  /** Which rows the diagram shows. */
  FILTERS,
  THEMES,
  LANGUAGES,
  /** The lessons that come with the application, by chapters. */
  LESSONS
}
