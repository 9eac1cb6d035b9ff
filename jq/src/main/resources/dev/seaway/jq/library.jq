# The functions that are easiest to say in jq itself.

def nulls: select(type == "null");
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type | . == "array" or . == "object");
def scalars: select(type | . != "array" and . != "object");
def values: select(. != null);
def finites: select(isinfinite or isnan | not);
def normals: select(isnormal);

def recurse(f; condition): def down: ., (f | select(condition) | down); down;
def walk(f):
  def inside: (if type == "array" then map(inside) elif type == "object" then map_values(inside) else . end) | f;
  inside;

def in(container): . as $key | container | has($key);
def inside(container): . as $part | container | contains($part);
def combinations: if length == 0 then [] else .[0][] as $head | .[1:] | combinations as $rest | [$head] + $rest end;
def combinations(n): . as $choice | [range(n) | $choice] | combinations;
def ascii: [.] | implode;

def paths: path(..) | select(. != []);
def paths(f): path(.. | select(f)) | select(. != []);
def leaf_paths: paths(scalars);
def pick(f): . as $whole | reduce path(f) as $path (null; setpath($path; $whole | getpath($path)));
def tostream:
  def level($path): if (type == "array" or type == "object") and length > 0
    then keys_unsorted as $keys | ($keys[] as $key | .[$key] | level($path + [$key])), [$path + [$keys[-1]]]
    else [$path, .] end;
  level([]);
def fromstream(events):
  foreach events as $event ({done: false};
    (if .done then {done: false} else . end)
    | if ($event | length) == 2
      then (.value |= setpath($event[0]; $event[1])) | .done = ($event[0] == [])
      else .done = (($event[0] | length) == 1) end;
    if .done then .value else empty end);
def truncate_stream(events): . as $depth | null | events | select((.[0] | length) > $depth) | .[0] |= .[$depth:];
def truncate_stream($depth; events): $depth | truncate_stream(events);

def INDEX(rows; key): reduce rows as $row ({}; .[$row | key | tostring] = $row);
def INDEX(key): INDEX(.[]; key);
def IN(wanted): . as $value | any(wanted; . == $value);
def IN(source; wanted): any(source; IN(wanted));
def JOIN($index; key): [.[] | [., $index[key]]];
def JOIN($index; rows; key): rows | [., $index[key]];
def JOIN($index; rows; key; result): rows | [., $index[key]] | result;

def fromdateiso8601: strptime("%Y-%m-%dT%H:%M:%SZ") | mktime;
def todateiso8601: strftime("%Y-%m-%dT%H:%M:%SZ");
def fromdate: fromdateiso8601;
def todate: todateiso8601;
def date: todate;
def dateadd(unit; n): . + n;
def datesub(unit; n): . - n;
