// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

/** How far predictions were from what came true. */
final class Errors {
  private long count;
  private double sum;
  private double squares;

  void add(double predicted, double came) {
    double error = predicted - came;
    count++;
    sum += error;
    squares += error * error;
  }

  double rootMeanSquare() {
    return count == 0 ? Double.NaN : Math.sqrt(squares / count);
  }

  double bias() {
    return count == 0 ? Double.NaN : sum / count;
  }
}
