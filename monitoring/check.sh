#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Checks the alert rules with promtool. With the address and the token file of a running platform a real Prometheus
# scrapes it, too, and every query of the Grafana dashboards and of the rules must be answered.
#
#   monitoring/check.sh [http://127.0.0.1:PORT TOKENFILE]
#
# Prometheus and promtool are those of the PATH, or else Debian's, unpacked into a cache folder: nothing is installed and
# nothing keeps running.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ringmaster/prometheus

die() { echo "check.sh: $*" >&2; exit 1; }

programs() {
  if command -v promtool >/dev/null 2>&1 && command -v prometheus >/dev/null 2>&1; then
    return
  fi
  if [ ! -x "$cache/usr/bin/promtool" ]; then
    command -v apt-get >/dev/null 2>&1 || die "needs promtool and prometheus in the PATH"
    mkdir -p "$cache"
    (cd "$cache" && { apt-get -qq download prometheus || { apt-get -qq update && apt-get -qq download prometheus; }; } && dpkg -x prometheus_*.deb . && rm -f prometheus_*.deb) >&2 \
      || die "Debian's prometheus cannot be had"
  fi
  PATH=$cache/usr/bin:$PATH
}

# The queries as Grafana would send them for all queues and campaigns.
queries() {
  sed -n 's/^ *"expr": "\(.*\)",*$/\1/p' "$here"/grafana/*.json | sed 's/\\"/"/g; s/\$queue/.*/g; s/\$campaign/.*/g; s/\$__rate_interval/1m/g'
}

programs
cd "$here/prometheus"
promtool check rules ringmaster.rules.yml
promtool test rules ringmaster.rules.test.yml

[ $# -eq 2 ] || exit 0
target=${1#http://}
token=$2
work=$(mktemp -d)
prometheus=
trap '[ -z "$prometheus" ] || kill "$prometheus" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT INT TERM
cp ringmaster.rules.yml "$work"
cp "$token" "$work/token"
cat >"$work/prometheus.yml" <<YAML
global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: [ringmaster.rules.yml]
scrape_configs:
  - job_name: ringmaster
    authorization: {credentials_file: token}
    static_configs: [{targets: ["$target"]}]
YAML
port=${MONITORING_PORT:-39090}
at=http://127.0.0.1:$port
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" --web.listen-address="127.0.0.1:$port" \
  --log.level=error >"$work/log" 2>&1 &
prometheus=$!
answers() { promtool query instant "$at" "$1" 2>"$work/error"; }
tries=0
until answers 'count_over_time(up{job="ringmaster"}[1m]) > 5 and on () up{job="ringmaster"} == 1' | grep -q '=>'; do
  tries=$((tries + 1))
  if [ $tries -ge 60 ] || ! kill -0 "$prometheus" 2>/dev/null; then
    cat "$work/log" "$work/error" >&2
    die "Prometheus does not scrape $target"
  fi
  sleep 1
done
count=0
queries >"$work/queries"
while IFS= read -r query; do
  count=$((count + 1))
  answers "$query" | grep -q '=>' || die "no answer to: $query $(cat "$work/error")"
done <"$work/queries"
[ "$count" -ge 20 ] || die "only $count queries were found in the dashboards"
broken=$(promtool query instant "$at" 'count(prometheus_rule_evaluation_failures_total > 0)' 2>/dev/null || true)
[ -z "$broken" ] || die "a rule cannot be evaluated: $broken"
echo "All $count queries of the dashboards are answered."
