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
# to the fallback. But callers already inside Stasis() stay there for ever, and so do the legs of
# agents' telephones, which are busy for the fallback's queue. Once Ringmaster has been gone long
# enough this script sends callers who wait to the context "fallback", and hangs up telephones with
# which nobody talks, so that the fallback can ring them. Whoever talks is left alone.
#
# Gone means: no WebSocket of the application, or a global variable RINGMASTER_BEAT that changes no
# more. Ringmaster writes it every five seconds, through its kernel and its journal; a frozen process
# keeps its socket, not its beat. Only the change counts: clocks of two machines may differ.
#
# Asterisk before 22.5 and 20.15 does not list its WebSockets; there the beat alone decides. Where
# neither can be seen nobody is moved, for Ringmaster may be well.
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
cli() { ${ASTERISK:-asterisk} -rx "$1" 2>/dev/null </dev/null; }

# Prints what can be seen of Ringmaster: its last beat; "socket" (it has one, and has never beaten);
# "gone" (it has no socket); "blind" (sockets are not listed, and there is no beat); or "unknown"
# (Asterisk itself does not answer).
platform() {
  # A command that is not known, or fails, lists nothing.
  sessions=$(cli 'ari show websocket sessions')
  socket=$(echo "$sessions" | awk -v app="$app" '
    $1 == "Connection" && $2 == "ID" { listed = 1; next }
    listed && $4 == "Up" {
      apps = $5
      for (i = 6; i <= NF; i++) apps = apps "," $i
      n = split(apps, each, ",")
      for (i = 1; i <= n; i++) if (each[i] == app) found = 1
    }
    END { print found ? "socket" : listed ? "gone" : "blind" }')
  [ "$socket" != gone ] || { echo gone; return; }
  globals=$(cli 'dialplan show globals') || { echo unknown; return; }
  seen=$(echo "$globals" | sed -n 's/^ *RINGMASTER_BEAT=\([0-9]\{1,12\}\)$/\1/p')
  echo "${seen:-$socket}"
}

# Prints "caller CHANNEL EXTENSION" for every caller inside the application who talks with nobody: in
# no bridge, alone in one, or in a holding bridge, in which nobody hears another. A talking pair is two
# people in a mixing bridge; announcers, recorders and media sockets are not people.
# Prints "telephone CHANNEL" for every telephone that is up in the application with nobody to talk to.
# There everything but announcers and recorders counts as somebody: a supervisor attends a talk by a
# Snoop channel.
stranded() {
  {
    cli 'bridge show all' | awk 'NR > 1 && $(NF - 1) == "holding_bridge" { print "HOLDING!" $1 }'
    cli 'core show channels concise'
  } | awk -F'!' -v app="$app" '
    $1 == "HOLDING" { holding[$2] = 1; next }
    NF < 12 { next }
    {
      bridge = $(NF - 1)
      if (bridge != "" && $1 !~ /^(Announcer|Recorder)\//) {
        company[bridge]++
        if ($1 !~ /^(Snoop|UnicastRTP|MulticastRTP|WebSocket|AudioSocket)\//) people[bridge]++
      }
    }
    $6 != "Stasis" || ($7 != app && index($7, app ",") != 1) { next }
    $2 == "from-trunk" && ($5 == "Up" || $5 == "Ring") {
      exten[$1] = $3 ~ /^[0-9+*#]+$/ ? $3 : "s"
      where[$1] = bridge
    }
    $2 == "telephones" && $5 == "Up" { telephone[$1] = bridge }
    END {
      for (name in exten)
        if (where[name] == "" || where[name] in holding || people[where[name]] < 2)
          print "caller", name, exten[name]
      for (name in telephone)
        if (telephone[name] == "" || telephone[name] in holding || company[telephone[name]] < 2)
          print "telephone", name
    }'
}

rescue() {
  # Callers first.
  stranded | while read -r who name exten; do
    # With many legs this takes seconds: a platform that is back by then has its legs for itself.
    [ "$(platform)" = "$state" ] || break
    if [ "$who" = telephone ]; then
      say "$name has nobody to talk to: hung up, so that the fallback can ring it"
      cli "channel request hangup $name" | grep -v Requested || true
      continue
    fi
    # A number that the fallback does not know goes to its catch-all.
    if cli "dialplan show $exten@fallback" | grep -q "^ *'"; then to=$exten; else to=s; fi
    say "$name waits and nobody is there: to fallback,$to"
    cli "channel redirect $name fallback,$to,1" | grep -v successfully || true
  done
}

# Somebody is there.
here() {
  [ -z "$said" ] || say "$app is back"
  said=
  missing_since=
  beat_at=$now
}

# The last beat, when it came, since when Ringmaster is missing, and what has been said.
beat=
beat_at=
missing_since=
said=
blind=
last=
state=
say "watching for $app, gone after $gone_after s"
while [ -z "$watched" ] || [ -e "$watched" ]; do
  now=$(date +%s)
  # A look in vain tells nothing, and takes nothing away of what the one before it told.
  [ "$state" = unknown ] || last=$state
  state=$(platform)
  case $state in
    unknown) ;;
    blind)
      [ -n "$blind" ] || say "$app cannot be seen: Asterisk lists no sockets, and there is no beat; nobody is moved"
      blind=yes
      ;;
    gone) missing_since=${missing_since:-$now} ;;
    "$beat")
      # A socket that has just come back brings its beat soon.
      if [ "$last" = gone ]; then here; else missing_since=${missing_since:-$beat_at}; fi
      ;;
    # One that writes no beat is judged by its socket alone.
    socket) here ;;
    *)
      here
      beat=$state
      blind=
      ;;
  esac
  case $state in
    gone | "$beat")
      if [ -n "$missing_since" ] && [ $((now - missing_since)) -ge "$gone_after" ]; then
        [ -n "$said" ] || say "$app is gone"
        said=yes
        rescue
      fi
      ;;
  esac
  sleep "$pause"
done
