package io.exchangesync.demo.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for further Java processes: the same Java as this one, always in UTC. */
final class Java {
  private Java() {}

  /** Runs a class of the given class path in a JVM with further options. */
  static List<String> mainClass(
      String classPath,
      String className,
      String heap,
      List<String> options,
      List<String> arguments) {
    List<String> what = new ArrayList<>(options);
    what.addAll(List.of("-cp", classPath, className));
    return command(heap, what, arguments);
  }

  /** Runs a jar that names its main class. */
  static List<String> jar(Path jar, String heap, List<String> arguments) {
    return command(heap, List.of("-jar", jar.toString()), arguments);
  }

  /** The home folder of the Java that runs this process. */
  static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  private static List<String> command(String heap, List<String> what, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(home().resolve("bin").resolve("java").toString());
    command.add("-Xmx" + heap);
    command.add("-Duser.timezone=UTC");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(what);
    command.addAll(arguments);
    return command;
  }
}
