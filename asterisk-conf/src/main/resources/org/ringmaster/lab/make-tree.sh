#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Makes a small Debian tree with Asterisk in it: make-tree.sh SUITE FOLDER [MIRROR]
#
# Run as root inside a mount and a pid namespace of its own, so that what debootstrap mounts while it
# works is never seen by the host. FOLDER must not exist; the caller renames it once all is done.
# Exit codes: 0 made; 3 SUITE carries no Asterisk 20 or newer; anything else is a failure.
set -eu

suite=$1
tree=$2
mirror=${3:-}

say() { echo "lab: $*"; }

# The mirror this machine uses itself: the Debian main archive among its own apt sources.
if [ -z "$mirror" ]; then
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | sed -n 's#^\(https\{0,1\}://.*/debian/\{0,1\}\)$#\1#p' | head -n 1)
fi
if [ -z "$mirror" ]; then
  say "no Debian mirror among this machine's apt sources: name one in RINGMASTER_DEBIAN_MIRROR" >&2
  exit 2
fi

# Debootstraps older than the suite have no script of its name; all later suites are made like sid.
script=/usr/share/debootstrap/scripts/$suite
[ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$keyring" ] || { say "install debian-archive-keyring first" >&2; exit 2; }

say "debootstrap of $suite"
debootstrap --variant=minbase --keyring="$keyring" "$suite" "$tree" "$mirror" "$script"

# No service may start inside the tree.
printf '#!/bin/sh\nexit 101\n' > "$tree/usr/sbin/policy-rc.d"
chmod 755 "$tree/usr/sbin/policy-rc.d"

# The tree can be made again at any time, so dpkg need not wait for the disk.
echo force-unsafe-io > "$tree/etc/dpkg/dpkg.cfg.d/unsafe-io"
printf 'path-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n' \
  > "$tree/etc/dpkg/dpkg.cfg.d/no-docs"

# How this machine reaches its mirror (proxies, credentials, clocks) holds inside the tree too.
apt-config dump | grep '^Acquire::' | grep -v '^Acquire::IndexTargets' \
  > "$tree/etc/apt/apt.conf.d/90host" || true
if [ -d /etc/apt/auth.conf.d ]; then
  mkdir -p "$tree/etc/apt/auth.conf.d"
  cp -a /etc/apt/auth.conf.d/. "$tree/etc/apt/auth.conf.d/"
fi
cp -L /etc/resolv.conf "$tree/etc/resolv.conf"

# Without the machine's own name here every SDP waits for a DNS look-up: 6 s to set up a call.
printf '127.0.0.1 localhost %s\n::1 localhost\n' "$(hostname)" > "$tree/etc/hosts"

export DEBIAN_FRONTEND=noninteractive LC_ALL=C
say "package lists of $suite"
chroot "$tree" apt-get -qq update
version=$(chroot "$tree" apt-cache policy asterisk | sed -n 's/^ *Candidate: *//p')
major=$(echo "$version" | sed -n 's/^\([0-9]*:\)\{0,1\}\([0-9]*\)\..*/\2/p')
if [ "${major:-0}" -lt 20 ]; then
  say "$suite carries no Asterisk 20 or newer (found: ${version:-none})" >&2
  exit 3
fi

say "installing Asterisk $version"
chroot "$tree" apt-get -qq install -y --no-install-recommends \
  asterisk asterisk-core-sounds-en-wav asterisk-moh-opsound-wav

# Spanish prompts spoken by people, and a voice for those that nobody has spoken. Calls work without.
for extra in asterisk-core-sounds-es-wav espeak-ng; do
  chroot "$tree" apt-get -qq install -y --no-install-recommends "$extra" \
    || say "$suite carries no $extra: its prompts stay missing"
done
chroot "$tree" apt-get -qq clean
rm -rf "$tree"/var/lib/apt/lists/*

chroot "$tree" asterisk -V | tee "$tree/etc/ringmaster-lab"
say "made $tree"
