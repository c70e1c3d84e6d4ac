package org.jpacker.files;

import org.jpacker.api.text.Escape;
import org.jpacker.core.TextTable;

/** The facts of several capture files as a table for people, a line for each file. */
public final class FactsTable {
  private final TextTable rows =
      new TextTable(
          "FILE", "FORMAT", "LINK TYPE", "PACKETS", "SIZE", "DATA", "SECONDS", "FIRST", "LAST");

  /** A table without lines. */
  public FactsTable() {}

  /** Adds a line. */
  public void add(CaptureFacts facts) {
    rows.row(
        Escape.text(facts.name()),
        FactsText.format(facts),
        FactsText.linkTypes(facts),
        Long.toString(facts.packets().count()),
        facts.digest() == null ? "" : Long.toString(facts.digest().size()),
        Long.toString(facts.packets().original()),
        facts.times().duration().toPlainString(),
        OptionText.time(facts.times().first()),
        OptionText.time(facts.times().last()));
  }

  /** Appends the headings and all lines, each with a line feed. */
  public void append(StringBuilder out) {
    rows.append(out);
  }
}
