#!/bin/sh
# Links the modules into a runtime image that needs no other Java:
#   link.sh JDK MODULES ROOTS LAUNCHER LICENSE BUILD_START IMAGE [JLINK_OPTION...]
# MODULES is a folder of jars, ROOTS the names to start from, BUILD_START the time as touch -t takes it, in UTC.
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

# Runs quietly; what was said is shown if it failed.
quietly() {
  what=$1
  shift
  "$@" > "$work.log" 2>&1 || fail "$what"
}

# Nobody requires a protocol, so each module of protocols among the modules is a root: jpacker-proto-ip-1.0.jar holds
# org.jpacker.proto.ip.
for jar in "$modules"/jpacker-proto-*.jar; do
  [ -f "$jar" ] || fail "no protocols in $modules"
  name=${jar##*/jpacker-}
  roots=$roots,org.jpacker.$(echo "${name%%-[0-9]*}" | tr - .)
done

rm -rf "$work" "$work".*
# Java warns on standard error of modules that call native code, unless they are named; what is named must be there. The blank
# keeps jlink from taking the value for an option of its own.
native=
case ,$roots, in
  *,org.jpacker.io.libpcap,* | *,org.jpacker.io.raw,*) native=,com.sun.jna ;;
esac
case ,$roots, in
  *,org.jpacker.io.compress,*) native=$native,com.github.luben.zstd_jni ;;
esac
[ -z "$native" ] || set -- "--add-options= --enable-native-access=${native#,}" "$@"
# Line numbers stay in, unless an option takes them out: whoever reports a defect needs them. JDK 25 warns of --compress=2,
# and 17 knows no other word for it.
quietly "jlink failed" "$jdk/bin/jlink" --module-path "$modules" --add-modules "$roots" \
  --compress=2 --no-header-files --no-man-pages "$@" --output "$work"
cp "$launcher" "$work/bin/jpacker"
chmod 755 "$work/bin/jpacker"
cp "$license" "$work/LICENSE"

# Half of the start-up time is loading classes, so what the command loads for a small capture is archived. All in one: an
# archive on top of the Java runtime's own would not hold picocli's classes, whose format is too old for that. In a file that
# only the launcher names: Java 17 crashes when a program started in another way meets an archived class of a module that it
# did not ask for.
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
  # Java 25 numbers the classes of a run, and refuses a number that comes twice; where it is told of constants (@cp), it
  # links classes too early for those whose format is old.
  runs=$((runs + 1))
  sed 's/ id: .*//; /^@cp /d' "$work.list" > "$work.$runs.run"
}
train --version
train protocols
train read "$work.pcap"
train read -v -x "$work.pcap"
train read --json "$work.pcap"
train fields "$work.pcap" -e ip.src -e tcp.srcport -e eth.dst -e http.host
# Each line as often as it comes in one run: a lambda of which there are three alike has three classes.
awk 'FNR == 1 { split("", now) } ++now[$0] > all[$0] { all[$0]++; print }' "$work".*.run > "$work.classes"
quietly "archiving classes failed" \
  "$work/bin/java" -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$work.classes" \
  -XX:SharedArchiveFile="$work/lib/jpacker.jsa" -m "$main"

# The whole image is as old as the start of the build that made it: sources that are newer are not in it.
TZ=UTC touch -t "$start" "$work/release"
rm -rf "$image"
mv "$work" "$image"
rm -f "$work".*
