import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the share of lines that tests run for each module, and fails if it is too small.
 * Arguments: JaCoCo's table; the required percentage; an expression for the modules that must reach
 * it (live capture runs only with privileges); and words, one of which is {@code true} if tests are
 * skipped, in which case the table is from a former build or empty.
 */
class Coverage {
  private static final int MODULE = 0;
  private static final int MISSED = 7;
  private static final int COVERED = 8;
  private static final String PREFIX = "jpacker-";

  public static void main(String[] words) throws IOException {
    List<String> skipped = List.of(words).subList(3, words.length);
    if (skipped.contains("true") || Files.notExists(Path.of(words[0]))) {
      System.out.println("No tests ran, so there is nothing to say of the lines they run.");
      return;
    }
    List<String> rows = Files.readAllLines(Path.of(words[0]));
    double least = Double.parseDouble(words[1]);
    Map<String, long[]> modules = new TreeMap<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      String module = cells[MODULE].substring(cells[MODULE].lastIndexOf(PREFIX) + PREFIX.length());
      long[] sum = modules.computeIfAbsent(module, name -> new long[2]);
      sum[0] += Long.parseLong(cells[COVERED]);
      sum[1] += Long.parseLong(cells[COVERED]) + Long.parseLong(cells[MISSED]);
    }
    System.out.println("Lines that tests run, " + words[1] + " % asked for of " + words[2] + ":");
    boolean enough = !modules.isEmpty();
    for (Map.Entry<String, long[]> module : modules.entrySet()) {
      long[] sum = module.getValue();
      double percent = 100.0 * sum[0] / sum[1];
      boolean isEnough = percent >= least || !module.getKey().matches(words[2]);
      enough &= isEnough;
      System.out.printf(
          Locale.ROOT,
          "  %-16s %5.1f %%  %5d of %5d%s%n",
          module.getKey(),
          percent,
          sum[0],
          sum[1],
          isEnough ? "" : "  too few");
    }
    if (!enough) {
      System.out.println("The report: " + Path.of(words[0]).resolveSibling("index.html"));
      System.exit(1);
    }
  }
}
