package dev.whittle.codegen.problem;

/**
 * A place in a model file.
 *
 * @param file the file as the user knows it: a path, or an archive and the entry inside it
 * @param line the line, counted from 1; 0 when the place is the file as a whole
 * @param column the column, counted from 1; 0 when the place is the file as a whole
 * @param pointer the JSON pointer of the value (RFC 6901), empty for the root
 */
public record Location(String file, int line, int column, String pointer) {

    /** The file as a whole, when no value in it is to blame. */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0, "");
    }

    /** {@code file:[line,column]}, the form that javac prints through Maven and that IDEs turn into a link. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":[" + line + "," + column + "]";
    }
}
