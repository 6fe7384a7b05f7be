# Runs in the namespaces of an experiment, in a session of its own: starts what it reads, one command a line,
# and ends it all when nobody is left to ask for more.
PATH="$PATH:/usr/sbin:/sbin"
ip link set dev lo up || ifconfig lo up || exit 1
# ICMP over SOCK_DGRAM is for the groups that this names (icmp(7)); it begins with none, where distributions allow all.
echo "$(id -g) $(id -g)" 2> /dev/null > /proc/sys/net/ipv4/ping_group_range || :
start() {
  (
    number=$1 folder=$2
    shift 2
    if cd "$folder"; then
      exec 3>&1
      "$@" < /dev/null > /dev/null 2>&1 3>&- &
      echo "started $number $!"
      wait $!
    fi
    echo "ended $number $?"
  ) &
}
echo ready
while IFS= read -r line; do
  eval "start $line"
done
kill -9 0
