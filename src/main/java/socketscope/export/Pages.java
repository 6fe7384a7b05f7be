package socketscope.export;

import java.util.ArrayList;
import java.util.List;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;

/**
 * Where a long picture is cut into pages: between rows, in the same places at every moment of an
 * experiment. Each page repeats the header; those on which nothing has happened yet are left out.
 */
final class Pages {

  /** A part of the body, from its top to its bottom, with the rows in it. */
  record Page(double top, double bottom, List<RowShape> rows) {}

  private Pages() {}

  /**
   * The pages of a picture.
   *
   * @param room the height of a page below the header; a row that is higher has a page of its own
   */
  static List<Page> of(Picture picture, double room) {
    List<Page> pages = new ArrayList<>();
    double top = 0;
    int first = 0;
    for (int row = 1; row < picture.places(); row++) {
      if (picture.place(row).bottom() - top > room) {
        double bottom = picture.place(row).y();
        pages.add(new Page(top, bottom, rows(picture, first, row)));
        top = bottom;
        first = row;
      }
    }
    double end = Math.max(picture.bodyHeight(), top);
    pages.add(new Page(top, end, rows(picture, first, picture.places())));
    pages.subList(1, pages.size()).removeIf(page -> page.rows().isEmpty());
    return List.copyOf(pages);
  }

  private static List<RowShape> rows(Picture picture, int first, int end) {
    int shown = picture.rows().size();
    return picture.rows().subList(Math.min(first, shown), Math.min(end, shown));
  }
}
