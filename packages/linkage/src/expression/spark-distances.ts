/**
 * Distances for Spark SQL with the numbers of our own functions to the last bit. Spark before 4.3 has no Jaro–Winkler,
 * and that of 4.3 rounds half transpositions otherwise and always adds for a common beginning. Arguments are SQL.
 */
type Texts = readonly string[];

/** One Latin-1 letter for every byte: Spark compares letters where the others compare bytes. */
const bytes = (text = ""): string => `decode(encode(${text}, 'UTF-8'), 'ISO-8859-1')`;

export const levenshtein = ([a, b]: Texts): string => `levenshtein(${bytes(a)}, ${bytes(b)})`;

export function hamming(texts: Texts): string {
  const [a, b] = texts.map(bytes);
  const differs = `if(substring(${a}, _i, 1) = substring(${b}, _i, 1), 0, 1)`;
  return `(CASE WHEN ${b} IS NOT NULL THEN aggregate(sequence(1, length(${a})), 0, (_n, _i) -> _n + ${differs}) END)`;
}

/** Walks a's letters; each takes the first free equal letter of b within reach. Taken letters of b become zero bytes. */
export function jaroWinkler(texts: Texts): string {
  const [a = "", b = ""] = texts.map(bytes);
  const reach = `greatest(greatest(length(${a}), length(${b})) div 2 - 1, 0)`;
  const low = `greatest(_i - ${reach}, 1)`;
  const found = `locate(substring(${a}, _i, 1), substring(_s.free, ${low}, _i + ${reach} + 1 - ${low}))`;
  const taken = `concat(substring(_s.free, 1, ${low} + ${found} - 2), '\\0', substring(_s.free, ${low} + ${found}))`;
  const step = `if(${found} = 0, _s, struct(${taken} AS free, concat(_s.taken, substring(${a}, _i, 1)) AS taken))`;
  const places = `filter(sequence(1, length(${b})), _p -> substring(_s.free, _p, 1) = '\\0')`;
  const moved = `size(filter(transform(${places}, (_p, _k) -> substring(${b}, _p, 1) <> substring(_s.taken, _k + 1, 1)), _m -> _m))`;
  const count = "length(_s.taken)";
  const similarity = `(${count} / length(${a}) + ${count} / length(${b}) + (${count} - ${moved} div 2) / ${count}) / 3`;
  const jaro = `aggregate(sequence(1, length(${a})), struct(${b} AS free, '' AS taken), (_s, _i) -> ${step}, _s -> if(${count} = 0, 0e0, ${similarity}))`;
  const winkler = `element_at(transform(array(${jaro}), _j -> if(_j > 0.7e0, _j + ${commonPrefix(a, b)} * 0.1e0 * (1 - _j), _j)), 1)`;
  return `(CASE WHEN ${a} = '' OR ${b} = '' THEN 0e0 WHEN ${b} IS NOT NULL THEN ${winkler} END)`;
}

function commonPrefix(a: string, b: string): string {
  const equal = (n: number) =>
    `WHEN least(length(${a}), length(${b})) >= ${n} AND substring(${a}, 1, ${n}) = substring(${b}, 1, ${n}) THEN ${n}`;
  return `(CASE ${[4, 3, 2, 1].map(equal).join(" ")} ELSE 0 END)`;
}

/** As in ClickHouse: `_d` holds the rows of distances done, `_w` the row in work. Up to one edit swaps make no difference. */
export function damerau(texts: Texts): string {
  const [a = "", b = ""] = texts.map(bytes);
  const [letterA, letterB] = [`substring(${a}, _i, 1)`, `substring(${b}, _j, 1)`];
  const [up, along] = [back(a, "_i", letterB), back(b, "_j", letterA)];
  const swapped = `if(${up} = 0 OR ${along} = 0, 1000000, _d[_i - ${up} - 1][_j - ${along} - 1] + ${up} + ${along} - 1)`;
  const edited = `least(_d[_i - 1][_j] + 1, _w[_j - 1] + 1, _d[_i - 1][_j - 1] + if(${letterA} = ${letterB}, 0, 1), ${swapped})`;
  const row = `aggregate(sequence(0, length(${b})), CAST(array() AS ARRAY<INT>), (_w, _j) -> array_append(_w, if(_j = 0, _i, ${edited})))`;
  const grid = `aggregate(sequence(1, length(${a})), array(sequence(0, length(${b}))), (_d, _i) -> array_append(_d, ${row}))`;
  const plainly = `levenshtein(${a}, ${b})`;
  return `(CASE WHEN ${plainly} <= 1 THEN ${plainly} WHEN ${a} = '' OR ${b} = '' THEN ${plainly} ELSE element_at(element_at(${grid}, -1), -1) END)`;
}

/** How far before a place a letter stood last, 0 when it did not. */
const back = (text: string, until: string, letter: string): string =>
  `locate(${letter}, reverse(substring(${text}, 1, ${until} - 1)))`;

/** Share of the different bytes of two texts that both have; empty texts share nothing. */
export function jaccard([first, second]: Texts): string {
  const [a, b] = [
    `array_distinct(split(${bytes(first)}, ''))`,
    `array_distinct(split(${bytes(second)}, ''))`,
  ];
  return `(CASE WHEN ${first} = '' OR ${second} = '' THEN 0e0 ELSE CAST(size(array_intersect(${a}, ${b})) AS DOUBLE) / size(array_union(${a}, ${b})) END)`;
}
