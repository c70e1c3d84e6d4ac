package org.jpacker.api;

import java.nio.file.Path;

/**
 * Something that was left out, of a {@link ProtocolRegistry} above all, and why. Everything else is
 * there.
 *
 * @param jar the jar or folder that it concerns, or null where protocols came another way
 * @param module the module that it concerns, or empty where that is not known
 * @param reason what is wrong, and the way out
 */
public record PluginProblem(Path jar, String module, String reason) {

  /** Jar, module and reason, as far as they are known. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (jar != null) {
      text.append(jar).append(": ");
    }
    if (!module.isEmpty()) {
      text.append("module ").append(module).append(": ");
    }
    return text.append(reason).toString();
  }
}
