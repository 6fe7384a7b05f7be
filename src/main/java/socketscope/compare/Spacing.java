package socketscope.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import socketscope.compare.Alignment.Pair;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.Row;

/** Puts the rows of two diagrams at the same heights, with gaps where one has nothing. */
final class Spacing {

  /** Answers of the same two calls belong together more than packets do, and notes least. */
  private static final int ANSWER = 8;

  private static final int PACKET = 3;
  private static final int NOTE = 1;

  private final Diagram left;
  private final Diagram right;
  private final List<ComparedCall> leftCalls;
  private final List<ComparedCall> rightCalls;
  private final int[] answerOnRight;
  private final List<Row> leftRows = new ArrayList<>();
  private final List<Row> rightRows = new ArrayList<>();

  Spacing(
      Diagram left,
      Diagram right,
      List<ComparedCall> leftCalls,
      List<ComparedCall> rightCalls,
      List<Pair> pairs) {
    this.left = left;
    this.right = right;
    this.leftCalls = leftCalls;
    this.rightCalls = rightCalls;
    this.answerOnRight = answers(pairs);
    beforeTheCalls();
  }

  /** For the row of each answer on the left, the row of the answer that it stands with. */
  private int[] answers(List<Pair> pairs) {
    int[] answers = new int[left.rows().size()];
    Arrays.fill(answers, Alignment.NONE);
    for (Pair pair : pairs) {
      if (pair.both() && leftCalls.get(pair.left()).returnRow() >= 0) {
        answers[leftCalls.get(pair.left()).returnRow()] = rightCalls.get(pair.right()).returnRow();
      }
    }
    return answers;
  }

  private void beforeTheCalls() {
    int toLeft = leftCalls.isEmpty() ? left.rows().size() : leftCalls.getFirst().firstRow();
    int toRight = rightCalls.isEmpty() ? right.rows().size() : rightCalls.getFirst().firstRow();
    align(0, toLeft, 0, toRight);
  }

  /** Adds the rows of one pair of calls, and gives the row in which they begin. */
  int add(Pair pair) {
    int row = leftRows.size();
    if (pair.right() == Alignment.NONE) {
      ComparedCall call = leftCalls.get(pair.left());
      align(call.firstRow(), call.toRow(), 0, 0);
    } else if (pair.left() == Alignment.NONE) {
      ComparedCall call = rightCalls.get(pair.right());
      align(0, 0, call.firstRow(), call.toRow());
    } else {
      ComparedCall ours = leftCalls.get(pair.left());
      ComparedCall theirs = rightCalls.get(pair.right());
      both(ours.firstRow(), theirs.firstRow());
      align(ours.firstRow() + 1, ours.toRow(), theirs.firstRow() + 1, theirs.toRow());
    }
    return row;
  }

  private void align(int fromLeft, int toLeft, int fromRight, int toRight) {
    List<Integer> ours = IntStream.range(fromLeft, toLeft).boxed().toList();
    List<Integer> theirs = IntStream.range(fromRight, toRight).boxed().toList();
    for (Pair pair : Alignment.of(ours, theirs, this::affinity)) {
      if (pair.both()) {
        both(fromLeft + pair.left(), fromRight + pair.right());
      } else if (pair.right() == Alignment.NONE) {
        Row row = left.rows().get(fromLeft + pair.left());
        leftRows.add(row);
        rightRows.add(new GapRow(row));
      } else {
        Row row = right.rows().get(fromRight + pair.right());
        leftRows.add(new GapRow(row));
        rightRows.add(row);
      }
    }
  }

  private void both(int ours, int theirs) {
    leftRows.add(left.rows().get(ours));
    rightRows.add(right.rows().get(theirs));
  }

  private int affinity(int ours, int theirs) {
    Row one = left.rows().get(ours);
    Row other = right.rows().get(theirs);
    if (one instanceof CallRow && other instanceof CallRow) {
      return answerOnRight[ours] == theirs ? ANSWER : 0;
    }
    if (SentPacket.alike(one, other)) {
      return PACKET;
    }
    boolean notes =
        one instanceof NoteRow said
            && other instanceof NoteRow also
            && said.event().getClass().equals(also.event().getClass());
    return notes ? NOTE : 0; // programs start and end in any order
  }

  Diagram left() {
    return left.withGaps(leftRows);
  }

  Diagram right() {
    return right.withGaps(rightRows);
  }
}
