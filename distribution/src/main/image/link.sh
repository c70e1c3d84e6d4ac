#!/bin/sh
# Links the modules into a runtime image that needs no other Java:
#   link.sh JDK MODULES ROOTS LAUNCHER LICENSE BUILD_START IMAGE [JLINK_OPTION...]
# MODULES is a folder of jars, ROOTS the root modules, BUILD_START a time in the format of touch -t, in UTC.
set -eu
jdk=$1 modules=$2 roots=$3 launcher=$4 license=$5 start=$6 image=$7
shift 7
here=$(dirname "$0")
work=$image.tmp
main=org.jpacker.cli/org.jpacker.cli.Main

fail() {
  echo "link.sh: $1" >&2
  [ ! -f "$work.log" ] || tail -n 20 "$work.log" >&2
  exit 1
}

# Runs a command and shows its output only if it fails.
quietly() {
  what=$1
  shift
  "$@" > "$work.log" 2>&1 || fail "$what"
}

# No module requires a protocol module, so each of them is a root: jpacker-proto-ip-1.0.jar contains
# org.jpacker.proto.ip.
for jar in "$modules"/jpacker-proto-*.jar; do
  [ -f "$jar" ] || fail "no protocols in $modules"
  name=${jar##*/jpacker-}
  roots=$roots,org.jpacker.$(echo "${name%%-[0-9]*}" | tr - .)
done

rm -rf "$work" "$work".*
# Java warns on standard error about modules that call native code unless they are listed, and listed modules must exist. The
# blank keeps jlink from taking the value for one of its own options.
native=
case ,$roots, in
  *,org.jpacker.io.libpcap,* | *,org.jpacker.io.raw,*) native=,com.sun.jna ;;
esac
case ,$roots, in
  *,org.jpacker.io.compress,*) native=$native,com.github.luben.zstd_jni ;;
esac
[ -z "$native" ] || set -- "--add-options= --enable-native-access=${native#,}" "$@"
# Line numbers are kept for defect reports, unless an option removes them. JDK 25 warns about --compress=2, but JDK 17 does
# not know the new form.
quietly "jlink failed" "$jdk/bin/jlink" --module-path "$modules" --add-modules "$roots" \
  --compress=2 --no-header-files --no-man-pages "$@" --output "$work"
cp "$launcher" "$work/bin/jpacker"
chmod 755 "$work/bin/jpacker"
cp "$license" "$work/LICENSE"

# Loading classes takes half of the start-up time, so the classes that the command loads for a small capture are archived. It
# is a single archive: a dynamic one on top of the Java runtime's could not contain picocli's classes, whose format is too
# old. Only the launcher uses it: Java 17 crashes if another program loads an archived class of a module that is not in its
# module graph.
awk -v digits=0123456789abcdef '
  { sub(/#.*/, ""); gsub(/ /, "")
    for (i = 1; i < length($0); i += 2)
      printf "\\%03o", 16 * index(digits, substr($0, i, 1)) + index(digits, substr($0, i + 1, 1)) - 17 }
' "$here/training.hex" > "$work.octal"
# shellcheck disable=SC2059 # the format is the contents: every octet escaped
printf "$(cat "$work.octal")" > "$work.pcap"

runs=0
train() {
  quietly "the image failed at: jpacker $*" \
    "$work/bin/java" -XX:+UseSerialGC -Xshare:off -XX:DumpLoadedClassList="$work.list" -m "$main" "$@"
  # Java 25 numbers the classes of a run and rejects duplicate numbers. Lines about constants (@cp) make it link classes
  # too early for those with an old format.
  runs=$((runs + 1))
  sed 's/ id: .*//; /^@cp /d' "$work.list" > "$work.$runs.run"
}
train --version
train protocols
train read "$work.pcap"
train read -v -x "$work.pcap"
train read --json "$work.pcap"
train fields "$work.pcap" -e ip.src -e tcp.srcport -e eth.dst -e http.host
# Keeps each line as often as it occurs in a single run: three equal lambdas have three classes.
awk 'FNR == 1 { split("", now) } ++now[$0] > all[$0] { all[$0]++; print }' "$work".*.run > "$work.classes"
quietly "archiving classes failed" \
  "$work/bin/java" -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$work.classes" \
  -XX:SharedArchiveFile="$work/lib/jpacker.jsa" -m "$main"

# The time stamp of the image is the start of its build: newer sources are not in it.
TZ=UTC touch -t "$start" "$work/release"
rm -rf "$image"
mv "$work" "$image"
rm -f "$work".*
