#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# guard.sh: stands beside Asterisk and looks after callers while Ringmaster is away.
#
#   guard.sh [-g SECONDS] [-p SECONDS] [-a APPLICATION] [-w FILE]
#
#   -g  Ringmaster counts as gone after this long without it (20)
#   -p  how often to look (2)
#   -a  Ringmaster's ARI application (ringmaster)
#   -w  end when this file is gone (none: run until stopped)
#
# New calls need no guard: Stasis() fails at once while Ringmaster is away, and the dialplan goes on
# to the fallback. But callers already inside Stasis() stay there for ever. Once Ringmaster has been
# gone long enough this script sends those who wait to the context "fallback" and leaves those who
# talk alone.
#
# Gone means: no WebSocket of the application, or a global variable RINGMASTER_BEAT that changes no
# more. Ringmaster writes it every five seconds, through its kernel and its journal; a frozen process
# keeps its socket, not its beat. Only the change counts: clocks of two machines may differ.
#
# It needs nothing but a shell, awk and Asterisk's own command line. Where that is not "asterisk",
# name it in the environment: ASTERISK="asterisk -C /etc/asterisk/edge/asterisk.conf".

set -u
gone_after=20
pause=2
app=ringmaster
watched=
while getopts g:p:a:w: option; do
  case $option in
    g) gone_after=$OPTARG ;;
    p) pause=$OPTARG ;;
    a) app=$OPTARG ;;
    w) watched=$OPTARG ;;
    *) exit 2 ;;
  esac
done

say() { echo "$(date '+%F %T') guard: $*"; }

# ASTERISK may hold several words.
# shellcheck disable=SC2086
cli() { ${ASTERISK:-asterisk} -rx "$1" 2>/dev/null; }

# Prints "here" with the beat, if there is one, "gone" or "unknown" (Asterisk itself does not answer).
platform() {
  sessions=$(cli 'ari show websocket sessions') || { echo unknown; return; }
  echo "$sessions" | awk -v app="$app" '
    NR > 2 && $4 == "Up" {
      apps = $5
      for (i = 6; i <= NF; i++) apps = apps "," $i
      n = split(apps, each, ",")
      for (i = 1; i <= n; i++) if (each[i] == app) found = 1
    }
    END { exit !found }' || { echo gone; return; }
  echo here "$(cli 'dialplan show globals' | sed -n 's/^ *RINGMASTER_BEAT=\([0-9]\{1,12\}\)$/\1/p')"
}

# Prints "CHANNEL EXTENSION" for every caller inside the application who talks with nobody: in no
# bridge, alone in one, or in a holding bridge. A talking pair is two people in a mixing bridge;
# announcers, recorders and media sockets are not people.
waiting() {
  {
    cli 'bridge show all' | awk 'NR > 1 && $(NF - 1) == "holding_bridge" { print "HOLDING!" $1 }'
    cli 'core show channels concise'
  } | awk -F'!' -v app="$app" '
    $1 == "HOLDING" { holding[$2] = 1; next }
    NF < 12 { next }
    {
      bridge = $(NF - 1)
      if (bridge != "" && $1 !~ /^(Announcer|Recorder|Snoop|UnicastRTP|MulticastRTP|WebSocket|AudioSocket)\//)
        people[bridge]++
    }
    $2 == "from-trunk" && $6 == "Stasis" && ($7 == app || index($7, app ",") == 1) &&
    ($5 == "Up" || $5 == "Ring") {
      exten[$1] = $3 ~ /^[0-9+*#]+$/ ? $3 : "s"
      where[$1] = bridge
    }
    END {
      for (name in exten)
        if (where[name] == "" || where[name] in holding || people[where[name]] < 2)
          print name, exten[name]
    }'
}

rescue() {
  waiting | while read -r name exten; do
    # A number that the fallback does not know goes to its catch-all.
    if cli "dialplan show $exten@fallback" | grep -q "^ *'"; then to=$exten; else to=s; fi
    say "$name waits and nobody is there: to fallback,$to"
    cli "channel redirect $name fallback,$to,1" | grep -v successfully || true
  done
}

# The last beat, when it came, and since when Ringmaster is missing.
beat=
beat_at=
missing_since=
said=
say "watching for $app, gone after $gone_after s"
while [ -z "$watched" ] || [ -e "$watched" ]; do
  now=$(date +%s)
  state=$(platform)
  case $state in
    unknown) ;;
    gone) missing_since=${missing_since:-$now} ;;
    "$beat") missing_since=${missing_since:-$beat_at} ;;
    *)
      [ -z "$said" ] || say "$app is back"
      said=
      missing_since=
      # One that writes no beat is judged by its socket alone.
      [ "$state" = "here " ] || beat=$state
      beat_at=$now
      ;;
  esac
  if [ "$state" != unknown ] && [ -n "$missing_since" ] && [ $((now - missing_since)) -ge "$gone_after" ]; then
    [ -n "$said" ] || say "$app is gone"
    said=yes
    rescue
  fi
  sleep "$pause"
done
