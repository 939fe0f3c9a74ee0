// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.draw;

import java.util.List;

/** A distribution as data. Lasting things are drawn in seconds. */
public sealed interface Distribution {

  /**
   * Draws a value.
   *
   * @param atMicros when it is drawn, epoch microseconds, for what moves over the day
   */
  double draw(Draws draws, long atMicros);

  /** Draws seconds and gives whole microseconds, never less than 0. */
  default long drawMicros(Draws draws, long atMicros) {
    return Math.max(0, (long) (draw(draws, atMicros) * 1_000_000));
  }

  /** Always the same. */
  record Constant(double value) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return value;
    }
  }

  /** Evenly between two values. */
  record Uniform(double from, double to) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return from + (to - from) * draws.unit();
    }
  }

  /** Without memory. */
  record Exponential(double mean) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return mean * draws.exponential();
    }
  }

  /**
   * Talk and wrap-up times are so.
   *
   * @param median half of all are below
   * @param spread the deviation of the logarithm: 0.3 is narrow, 1 is wide
   */
  record LogNormal(double median, double spread) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return median * StrictMath.exp(spread * draws.normal());
    }
  }

  /** Waiting for several things one after the other (Marsaglia and Tsang's method). */
  record Gamma(double shape, double scale) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      double boosted = shape < 1 ? shape + 1 : shape;
      double d = boosted - 1.0 / 3;
      double c = 1 / StrictMath.sqrt(9 * d);
      while (true) {
        double x = draws.normal();
        double v = 1 + c * x;
        v = v * v * v;
        if (v > 0
            && StrictMath.log(draws.openUnit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          double boost = shape < 1 ? StrictMath.pow(draws.openUnit(), 1 / shape) : 1;
          return d * v * boost * scale;
        }
      }
    }
  }

  /** Patience is so: with a shape above 1 it wears out, below 1 those who stay go on staying. */
  record Weibull(double shape, double scale) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return scale * StrictMath.pow(draws.exponential(), 1 / shape);
    }
  }

  /** One of the values seen, each as likely as the others. */
  record Empirical(List<Double> seen) implements Distribution {
    /** Keeps its own copy. */
    public Empirical {
      seen = List.copyOf(seen);
    }

    @Override
    public double draw(Draws draws, long atMicros) {
      return seen.get(draws.below(seen.size()));
    }
  }

  /**
   * As often as was counted, evenly within each bin.
   *
   * @param edges where bins begin, and where the last one ends: one more than there are bins
   * @param upTo for each bin the share of all that lies in it or before it; the last is 1
   */
  record Binned(List<Double> edges, List<Double> upTo) implements Distribution {
    /** Keeps its own copies. */
    public Binned {
      edges = List.copyOf(edges);
      upTo = List.copyOf(upTo);
      if (edges.size() != upTo.size() + 1 || upTo.isEmpty()) {
        throw new IllegalArgumentException(upTo.size() + " bins, " + edges.size() + " edges");
      }
    }

    @Override
    public double draw(Draws draws, long atMicros) {
      double unit = draws.unit();
      int low = 0;
      int high = upTo.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (upTo.get(middle) > unit) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      double from = edges.get(low);
      return from + (edges.get(low + 1) - from) * draws.unit();
    }
  }

  /** So much more than another. */
  record Shifted(double by, Distribution part) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return by + part.draw(draws, atMicros);
    }
  }

  /** The first in so many of all cases (0 to 1), else the second. */
  record Mixture(double probability, Distribution first, Distribution second)
      implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return (draws.chance(probability) ? first : second).draw(draws, atMicros);
    }
  }

  /** A factor that moves over the day on top of another distribution. */
  record OverDay(Profile factor, Distribution part) implements Distribution {
    @Override
    public double draw(Draws draws, long atMicros) {
      return factor.at(atMicros) * part.draw(draws, atMicros);
    }
  }

  /** Always so many. */
  static Distribution always(double value) {
    return new Constant(value);
  }

  /** Evenly between two values. */
  static Distribution between(double from, double to) {
    return new Uniform(from, to);
  }
}
