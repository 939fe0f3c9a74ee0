// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the machine is and how busy it was. Pure reading. */
final class Machine {
  private Machine() {}

  static Map<String, Object> json() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processor", processor());
    machine.put("cores", system.getAvailableProcessors());
    machine.put("memory_gib", system.getTotalMemorySize() >> 30);
    machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return machine;
  }

  /** The load average of the last minute: how many threads wanted a core. */
  static double load() {
    return Rounded.of(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unreadable) {
      return System.getProperty("os.arch");
    }
  }
}
