// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.tools.HttpParam;
import ch.loway.oss.ari4java.tools.HttpResponse;
import ch.loway.oss.ari4java.tools.RestException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.UriText;

/** Translates between ari4java's words and our transport's. Pure functions. */
final class TypedRequests {
  private static final long TIMEOUT_MILLIS = 30_000;

  private TypedRequests() {}

  /**
   * A request of ari4java.
   *
   * @param uri begins with a slash, its path encoded already
   * @param query parameters without a name or value are left out, as ari4java does
   */
  static AriRequest request(
      String method, String uri, @Nullable List<HttpParam> query, @Nullable String body) {
    UriText text = UriText.of(uri.startsWith("/") ? uri.substring(1) : uri);
    if (query != null) {
      for (HttpParam param : query) {
        String value = param.getValue();
        if (value != null && !value.isEmpty()) {
          text.with(param.getName(), value);
        }
      }
    }
    return new AriRequest(method, text.toString(), body, TIMEOUT_MILLIS);
  }

  /** What ari4java throws for an answer that is no success. */
  static RestException failure(AriAnswer answer, @Nullable List<HttpResponse> errors) {
    if (answer.kind() != AriAnswer.Kind.ANSWERED) {
      return new RestException("No answer: " + answer.kind());
    }
    return failure(answer.status(), answer.body(), errors);
  }

  static RestException failure(int status, String body, @Nullable List<HttpResponse> errors) {
    if (errors != null) {
      for (HttpResponse error : errors) {
        if (error.getCode() == status) {
          return new RestException(error.getDescription(), body, status);
        }
      }
    }
    return new RestException(body, status);
  }
}
