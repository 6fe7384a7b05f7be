package socketscope.infer;

/** What is known to have passed from one end of a connection to the other. */
final class Account {

  private long segments;
  private long dataSegments;
  private long bytes;
  long synSegments;
  long finSegments;
  long rstSegments;

  private boolean finTold;
  private boolean finAnswered;

  /** What is new; each number at least 0. */
  record News(long segments, long dataSegments, long bytes) {

    /** How many of the segments carried no data. */
    long bare() {
      return Math.max(0, segments - dataSegments);
    }
  }

  /** Takes what one end has counted since the connection began. */
  News counted(long allSegments, long allDataSegments, long allBytes) {
    News news =
        new News(
            Math.max(0, allSegments - segments),
            Math.max(0, allDataSegments - dataSegments),
            Math.max(0, allBytes - bytes));
    segments = Math.max(segments, allSegments);
    dataSegments = Math.max(dataSegments, allDataSegments);
    bytes = Math.max(bytes, allBytes);
    return news;
  }

  /** One more segment is proven otherwise; whoever counts it later says nothing new. */
  void proven() {
    segments++;
  }

  /**
   * Something of it is told; what is told after the FIN of the other direction acknowledges that.
   */
  void tell(boolean fin, Account back) {
    finTold |= fin;
    back.finAnswered |= back.finTold;
  }

  /** Whether something has come back since the FIN was told. */
  boolean finAnswered() {
    return finAnswered;
  }

  long bytes() {
    return bytes;
  }
}
