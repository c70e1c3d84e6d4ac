package org.jpacker.api;

import java.nio.file.Path;

/**
 * Something that was left out, usually from a {@link ProtocolRegistry}, and the reason. Everything
 * else is available.
 *
 * @param jar the jar or folder concerned, or null if the protocols came from elsewhere
 * @param module the module concerned, or an empty string if it is unknown
 * @param reason what is wrong, and how to fix it
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
