// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.ringmaster.server.config.NodeSettings;

/** Whether AMI takes our login. */
final class AmiCheck {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MAX_LINES = 50;

  private AmiCheck() {}

  static Check check(String node, NodeSettings.Ami ami) {
    String what = "ami " + node;
    String[] fix = {
      "[" + ami.user() + "]   ; in manager.conf",
      "secret = (what nodes." + node + ".ami.secret refers to)",
      "read = system,call,reporting,cel,user,security",
      "write = system,call,reporting,command"
    };
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ami.host(), ami.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String greeting = in.readLine();
      String login =
          "Action: Login\r\nUsername: %s\r\nSecret: %s\r\nEvents: off\r\n\r\n"
              .formatted(ami.user(), ami.secret().reveal());
      socket.getOutputStream().write(login.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < MAX_LINES; i++) {
        String line = in.readLine();
        if (line == null || line.equals("Response: Error")) {
          return Check.fail(what, "user or secret are wrong", fix);
        }
        if (line.equals("Response: Success")) {
          return Check.ok(what, greeting == null ? "logged in" : greeting);
        }
      }
      return Check.fail(what, ami.host() + ":" + ami.port() + " does not speak AMI");
    } catch (IOException e) {
      return Check.fail(
          what,
          ami.host() + ":" + ami.port() + ": " + e.getMessage(),
          "enabled = yes   ; in manager.conf [general], with port = " + ami.port());
    }
  }
}
