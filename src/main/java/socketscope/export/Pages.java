package socketscope.export;

import java.util.ArrayList;
import java.util.List;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;

/** Where a long picture is cut into pages: between rows. Each page repeats the header. */
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
    List<RowShape> rows = new ArrayList<>();
    for (RowShape row : picture.rows()) {
      if (row.box().bottom() - top > room && !rows.isEmpty()) {
        pages.add(new Page(top, row.box().y(), List.copyOf(rows)));
        top = row.box().y();
        rows.clear();
      }
      rows.add(row);
    }
    pages.add(new Page(top, Math.max(picture.bodyHeight(), top), List.copyOf(rows)));
    return List.copyOf(pages);
  }
}
