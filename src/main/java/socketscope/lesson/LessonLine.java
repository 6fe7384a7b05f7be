package socketscope.lesson;

/**
 * A line of steps, and where it stands in the file.
 *
 * @param number its line in the file, from 1
 * @param column the column of its first character, from 1
 */
record LessonLine(int number, int column, String text) {}
