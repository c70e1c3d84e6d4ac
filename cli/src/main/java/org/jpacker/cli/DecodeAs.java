package org.jpacker.cli;

import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.ProtocolRegistry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers that select protocols, as tshark writes them: {@code tcp.port==8888,http}. */
final class DecodeAs {
  private static final Pattern KEY =
      Pattern.compile("([^=,]+)==?(0[xX][0-9a-fA-F]{1,15}|[0-9]{1,18})");

  private DecodeAs() {}

  /** A copy of {@code registry} with the choice that {@code text} describes. */
  static ProtocolRegistry apply(String text, ProtocolRegistry registry, CommandSpec command) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      throw misuse(
          command, "-d takes TABLE==N,NAME, such as tcp.port==8888,http, not '" + text + "'");
    }
    DispatchKey key = key("-d", text.substring(0, comma), registry, command);
    return registry.with(key, Protocols.named(text.substring(comma + 1), registry, command));
  }

  /** The number in its table, {@code udp.port==9999}; a single = is accepted. */
  static DispatchKey key(
      String option, String text, ProtocolRegistry registry, CommandSpec command) {
    Matcher form = KEY.matcher(text);
    if (!form.matches()) {
      throw misuse(
          command,
          option + " takes a table and a number, such as udp.port==9999, not '" + text + "'");
    }
    SortedMap<String, DispatchTable> tables = registry.tables();
    DispatchTable table = tables.get(form.group(1));
    if (table == null) {
      throw misuse(
          command,
          option
              + ": unknown table '"
              + form.group(1)
              + "'; there are "
              + String.join(", ", tables.keySet()));
    }
    String number = form.group(2).toLowerCase(Locale.ROOT);
    return table.key(
        number.startsWith("0x") ? Long.parseLong(number.substring(2), 16) : Long.parseLong(number));
  }

  private static ParameterException misuse(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
