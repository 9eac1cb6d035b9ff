#!/bin/sh
# Runs while the image is built: lays out the files, and trains the JVM's cache with a run of the demonstration.
set -eu
staging=$1
root=/opt/seaway

mkdir -p $root/third-party $root/lib $root/app $root/folders/app/plugins $root/folders/tmp/ocean
mv "$staging"/seaway-*.jar $root/lib/
mv "$staging"/*.jar $root/third-party/
chmod 0755 $root/folders/app $root/folders/app/plugins
# Whatever user runs it: what Seaway writes goes to the one volume, from its working directory too.
chmod 1777 $root/folders/tmp $root/folders/tmp/ocean
ln -s /tmp/ocean $root/folders/app/seaway-data

# The cache holds for exactly this class path, so each jar is named, in an order that does not change.
class_path=$(printf '%s:' $root/lib/*.jar $root/third-party/*.jar)
grep -v '^#' $root/java.args >$root/app/java.args
echo "-cp ${class_path%:}" >>$root/app/java.args
chmod -R a+rX $root
find $root -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

mkdir -p /tmp/ocean /tmp/training
cd /tmp/training
grep -v AOTCache $root/app/java.args >/tmp/training/java.args
# A heap of fixed size: one of many gigabytes would give a cache that small containers cannot use.
# The record of what is hot serves the second compiler, which java.args leaves out.
java -XX:AOTCacheOutput=$root/app/seaway.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
  @/tmp/training/java.args -Xmx512m \
  dev.seaway.distribution.Main demo --requests 20000 >/tmp/training/log 2>&1 || {
  cat /tmp/training/log >&2
  exit 1
}
test -s $root/app/seaway.aot
touch -d "@$SOURCE_DATE_EPOCH" $root/app/seaway.aot $root/app
