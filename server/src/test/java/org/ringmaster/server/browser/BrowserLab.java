// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.Waiting;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.config.UserSettings;

/** A whole platform on the lab's Asterisk, and a browser before its pages. */
final class BrowserLab implements AutoCloseable {
  private static final String PASSWORD = "lab-secret";

  private final Path folder;
  private final Lab lab;
  private final ContactCentre centre;
  private final Browser browser;

  private BrowserLab(Path folder, Lab lab, ContactCentre centre, Browser browser) {
    this.folder = folder;
    this.lab = lab;
    this.centre = centre;
    this.browser = browser;
  }

  /** Starts all of it in an empty folder; telephones answer by themselves and talk on. */
  static BrowserLab start(Path folder, String configuration, List<String> telephones, User... users)
      throws Exception {
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), configuration);
    Configuration read = ConfigurationFile.read(file);
    Lab lab = Lab.start(LabPlan.of(LabEdges.of(read).toArray(new EdgePlan[0])));
    PasswordHash password = PasswordHash.of(PASSWORD);
    List<UserSettings> settings =
        List.of(users).stream().map(user -> user.settings(password)).toList();
    ContactCentre centre = new ContactCentre(read, folder, new NodePlaces(lab), () -> settings);
    for (String telephone : telephones) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(300, 600), DrawnMillis.untilOtherEnds()));
    }
    centre.start();
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
    return new BrowserLab(folder, lab, centre, Browser.start(1280, 900));
  }

  /** Who may log in; the agent that they are, or null. */
  record User(String name, Role role) {
    UserSettings settings(PasswordHash password) {
      return new UserSettings(name, role, password, role == Role.AGENT ? new AgentId(name) : null);
    }
  }

  Lab lab() {
    return lab;
  }

  ContactCentre centre() {
    return centre;
  }

  Browser browser() {
    return browser;
  }

  /** Signs an agent in as the command line does. */
  void signsIn(String agent) {
    centre.inlet().ask(new AgentInput.SignIn(new AgentId(agent), null)).join();
  }

  /** Logs in on a page that asks for it, and is there. */
  void logIn(String name, String path) {
    browser.open(centre.address().resolve(path));
    browser.until("document.activeElement && document.activeElement.name === 'name'");
    browser.type(name);
    browser.press("Tab");
    browser.type(PASSWORD);
    browser.press("Enter");
  }

  @Override
  public void close() {
    browser.close();
    centre.close();
    lab.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }
}
