package socketscope.infer;

import socketscope.event.PacketInferred.Kind;

/**
 * What the new segments of one direction were.
 *
 * @param syn those that open the connection
 * @param acks those without data and without any of the other marks
 * @param dataSegments those with data
 * @param bytes what they carried
 * @param fin those with a FIN; where there are data too, whether the FIN came with them is not
 *     known
 * @param rst those that break it
 */
record Parts(long syn, long acks, long dataSegments, long bytes, long fin, long rst) {

  /**
   * Tells new segments apart.
   *
   * @param syn how many open the connection
   * @param finIsNew whether the first FIN of this direction is among them
   * @param finsAgain how many say the FIN again
   * @param rstIsNew whether a RST is among them
   */
  static Parts of(Account.News news, long syn, boolean finIsNew, long finsAgain, boolean rstIsNew) {
    long bare = Math.max(0, news.bare() - syn);
    long rst = rstIsNew && bare > 0 ? 1 : 0;
    bare -= rst;
    if (finIsNew && news.dataSegments() > 0) {
      // It may have come with the last data or by itself: all of them are told as one.
      return new Parts(syn, 0, 0, news.bytes(), news.dataSegments() + bare, rst);
    }
    long fin = Math.min(bare, finIsNew ? 1 : finsAgain);
    return new Parts(syn, bare - fin, news.dataSegments(), news.bytes(), fin, rst);
  }

  /** Whether more than an acknowledgment went this way. */
  boolean moves() {
    return dataSegments > 0 || fin > 0;
  }

  static Kind synKind(ConnectionEnd side) {
    return side.opened ? Kind.SYN : Kind.SYN_ACK;
  }
}
