/**
 * Distances ClickHouse measures differently from DuckDB and our own functions, written so that the numbers are equal to
 * the last bit. Arguments are SQL; texts are taken as bytes, as DuckDB takes them. Lambdas need texts that cannot be null;
 * their names begin with an underscore, which no column does.
 */

const similarity = (texts: Texts, matches: string, half: string): string =>
  `(${matches} / length(${texts.a}) + ${matches} / length(${texts.b}) + (${matches} - ${half}) / ${matches}) / 3`;

type Texts = { a: string; b: string };

/**
 * ClickHouse does not round half transpositions down. Its number still tells how many letters match and how many of
 * them stand elsewhere: `x = (m/a + m/b + (m - t/2)/m) / 3` mostly has one solution in whole numbers. Only where
 * it has several (about one pair in twenty) the letters are matched one by one.
 */
export function jaroWinkler([a = "", b = ""]: readonly string[]): string {
  const texts: Texts = { a: `assumeNotNull(${a})`, b: `assumeNotNull(${b})` };
  const lengths = `length(${texts.a}) * length(${texts.b})`;
  const moved = `(2 * _m * (_m * (length(${texts.a}) + length(${texts.b})) / (${lengths}) - 3 * jaroSimilarity(${texts.a}, ${texts.b}) + 1))`;
  const isWhole = `abs(${moved} - round(${moved})) < 1e-6`;
  const solutions = `arrayFilter(_m -> ${moved} >= -0.5 AND ${moved} <= _m + 0.5 AND ${isWhole}, range(1, least(length(${texts.a}), length(${texts.b})) + 1))`;
  const solved = `arrayMap(_m -> ${similarity(texts, "_m", `intDiv(toInt64(round(${moved})), 2)`)}, ${solutions})[1]`;
  const jaro = `multiIf(${lengths} = 0 OR jaroSimilarity(${texts.a}, ${texts.b}) = 0, 0., length(${solutions}) = 1, ${solved}, ${matchedLetters(texts)})`;
  const winkler = `arrayMap(_j -> if(_j > 0.7, _j + ${commonPrefix(texts)} * 0.1 * (1 - _j), _j), [${jaro}])[1]`;
  return `if(${a} IS NULL OR ${b} IS NULL, NULL, ${winkler})`;
}

/** Walks a's letters; each takes the first free equal letter of b within reach. Taken letters of b become zero bytes. */
function matchedLetters(texts: Texts): string {
  const { a, b } = texts;
  const reach = `greatest(intDiv(greatest(length(${a}), length(${b})), 2) - 1, 0)`;
  const low = `greatest(_i - ${reach}, 1)`;
  const found = `position(substring(_s.1, ${low}, _i + ${reach} + 1 - ${low}), substring(${a}, _i, 1))`;
  const taken = `concat(substring(_s.1, 1, ${low} + ${found} - 2), '\\0', substring(_s.1, ${low} + ${found}))`;
  const step = `if(${found} = 0, _s, (${taken}, concat(_s.2, substring(${a}, _i, 1))))`;
  const walked = `arrayFold((_s, _i) -> ${step}, range(1, length(${a}) + 1), (${b}, ''))`;
  const places = `arrayFilter(_j -> substring(_r.1, _j, 1) = '\\0', range(1, length(${b}) + 1))`;
  const half = `intDiv(arrayCount((_j, _k) -> substring(${b}, _j, 1) != substring(_r.2, _k, 1), ${places}, arrayEnumerate(${places})), 2)`;
  return `arrayMap(_r -> if(_r.2 = '', 0., ${similarity(texts, "length(_r.2)", half)}), [${walked}])[1]`;
}

function commonPrefix({ a, b }: Texts): string {
  const equal = (n: number) =>
    `least(length(${a}), length(${b})) >= ${n} AND substring(${a}, 1, ${n}) = substring(${b}, 1, ${n}), ${n}`;
  return `multiIf(${[4, 3, 2, 1].map(equal).join(", ")}, 0)`;
}

/**
 * ClickHouse never edits between two swapped letters. Up to two edits that makes no difference; from three on the
 * whole grid of distances is worked out: `_d` holds the rows done, `_w` the row in work.
 */
export function damerau([a = "", b = ""]: readonly string[]): string {
  const [textA, textB] = [`assumeNotNull(${a})`, `assumeNotNull(${b})`];
  const [letterA, letterB] = [`substring(${textA}, _i, 1)`, `substring(${textB}, _j, 1)`];
  const [up, along] = [back(textA, "_i", letterB), back(textB, "_j", letterA)];
  const swapped = `if(${up} = 0 OR ${along} = 0, 1000000, _d[_i - ${up}][_j - ${along}] + ${up} + ${along} - 1)`;
  const edited = `least(_d[_i][_j + 1] + 1, _w[_j] + 1, _d[_i][_j] + (${letterA} != ${letterB}), ${swapped})`;
  const row = `arrayFold((_w, _j) -> arrayPushBack(_w, toInt32(if(_j = 0, _i, ${edited}))), range(length(${textB}) + 1), emptyArrayInt32())`;
  const first = `arrayMap(_j -> toInt32(_j), range(length(${textB}) + 1))`;
  const grid = `arrayFold((_d, _i) -> arrayPushBack(_d, ${row}), range(1, length(${textA}) + 1), [${first}])`;
  const plain = `toInt32(damerauLevenshteinDistance(${a}, ${b}))`;
  return `if(${plain} <= 2, ${plain}, if(${a} IS NULL OR ${b} IS NULL, NULL, ${grid}[-1][-1]))`;
}

/** How far before a place a letter stood last, 0 when it did not. */
const back = (text: string, until: string, letter: string): string =>
  `position(reverse(substring(${text}, 1, ${until} - 1)), ${letter})`;

/** Share of the different bytes of two texts that both have; empty texts share nothing. */
export function jaccard([a = "", b = ""]: readonly string[]): string {
  const both = `length(arrayIntersect(${bytes(a)}, ${bytes(b)}))`;
  const any = `length(arrayDistinct(arrayConcat(${bytes(a)}, ${bytes(b)})))`;
  return `if(${a} IS NULL OR ${b} IS NULL, NULL, if(${a} = '' OR ${b} = '', 0., ${both} / ${any}))`;
}

const bytes = (text: string): string =>
  `arrayDistinct(arrayMap(_i -> substring(assumeNotNull(${text}), _i, 1), range(1, length(assumeNotNull(${text})) + 1)))`;
