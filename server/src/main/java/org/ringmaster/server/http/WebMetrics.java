// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;

/** What our own HTTP side counts. Any thread. */
final class WebMetrics {

  private final Counter answers;

  WebMetrics(CollectorRegistry registry) {
    answers =
        Counter.build("ringmaster_http_answers_total", "Answers given by HTTP code.")
            .labelNames("code")
            .register(registry);
  }

  void answered(int code) {
    answers.labels(Integer.toString(code)).inc();
  }
}
