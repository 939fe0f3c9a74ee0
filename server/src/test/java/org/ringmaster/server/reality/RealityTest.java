// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leg by leg the simulated Asterisk tells the same in the same order as the real one. */
class RealityTest {

  private static final Logger LOG = LoggerFactory.getLogger(RealityTest.class);

  @TempDir Path folder;

  @Test
  @Tag("lab")
  void everySceneIsToldAlikeInBothWorlds() throws Exception {
    Map<Scene, List<String>> real = new LinkedHashMap<>();
    try (RealWorld world = new RealWorld(folder)) {
      for (Scene scene : Scene.values()) {
        real.put(scene, world.play(scene));
        LOG.info("{}: {}", scene, real.get(scene));
      }
    }
    assertEquals(
        real.toString().replace("], ", "],\n"), virtual().toString().replace("], ", "],\n"));
  }

  @Test
  void everySceneComesToItsEndInTheSimulation() {
    virtual()
        .forEach(
            (scene, lines) -> {
              assertTrue(!lines.isEmpty(), scene + " tells nothing");
              lines.forEach(line -> assertTrue(line.contains("gone"), scene + ": " + line));
            });
  }

  private static Map<Scene, List<String>> virtual() {
    VirtualWorld world = new VirtualWorld();
    Map<Scene, List<String>> told = new LinkedHashMap<>();
    for (Scene scene : Scene.values()) {
      told.put(scene, world.play(scene));
    }
    return told;
  }
}
