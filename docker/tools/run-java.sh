# To be sourced: runs a class of the test sources with the libraries of the build, which is made first where it is missing.
set -euo pipefail
docker="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
run_java() {
  if [ ! -f "$docker/target/tools.classpath" ]; then
    mvn -q -f "$docker/.." -DskipTests package
  fi
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$docker/target/test-classes:$(cat "$docker/target/tools.classpath")" "$@"
}
