/** Expected matches by how blocking finds them. */
export type CaptureCounts = {
  /** How many rules there are. */
  rules: number;
  /** Matches found by exactly one rule, exactly two, … */
  byRules: readonly number[];
  /**
   * Matches no other rule finds, by which of three rule families do: "101" is first and third. Empty when there are no
   * three families.
   */
  byFamily: Readonly<Record<string, number>>;
};

/** How many matches blocking missed, as a range, or why nothing can be said. */
export type MissedByBlocking =
  | {
      /** Matches no rule brought together, from and to, over all models. */
      least: number;
      most: number;
      models: { name: string; missed: number }[];
      /** Inputs of the three families compared; fewer when blocking does not rest on three kinds of evidence. */
      families: string[][];
    }
  | { cannotSay: string };

const fewestMatches = 100;
/** Fewer matches than this in a cell say next to nothing about what is in none. */
const fewestInCell = 5;

/**
 * How many matches blocking missed, by capture and recapture: matches that few rules find tell of those none finds. Every
 * model of how rules and records depend on each other gives another answer and none can be checked without labels, so the
 * answer is the range over them, without sampling error: Chao's lower bound and the first jackknife over all rules
 * (records differ in how well they are written), and the log-linear models of three rule families that share no input.
 * Sources: Chao, Biometrics 43, 1987; Burnham and Overton, Biometrika 65, 1978; Fienberg, Biometrika 59, 1972.
 */
export function missedByBlocking(counts: CaptureCounts, families: string[][]): MissedByBlocking {
  const [once = 0, twice = 0] = counts.byRules;
  const matches = counts.byRules.reduce((sum, n) => sum + n, 0);
  if (counts.rules < 3)
    return { cannotSay: `blocking has ${counts.rules} rule(s); it takes three to compare` };
  if (matches < fewestMatches)
    return { cannotSay: `fewer than ${fewestMatches} matches are too few to compare what rules find` };
  if (twice < fewestInCell) return { cannotSay: "hardly any match is found by exactly two rules" };
  const models = [
    { name: "chao", missed: once ** 2 / (2 * twice) },
    { name: "jackknife", missed: (once * (counts.rules - 1)) / counts.rules },
    ...logLinear(counts.byFamily),
  ].map(({ name, missed }) => ({ name, missed: Math.round(missed) }));
  const numbers = models.map((model) => model.missed);
  return { least: Math.min(...numbers), most: Math.max(...numbers), models, families };
}

/** Two families independent where the third finds nothing (three such models), or all pairs dependent but not all three at once. */
function logLinear(counts: Readonly<Record<string, number>>): { name: string; missed: number }[] {
  const models: [name: string, above: string[], below: string[]][] = [
    ["second and third independent", ["010", "001"], ["011"]],
    ["first and third independent", ["100", "001"], ["101"]],
    ["first and second independent", ["100", "010"], ["110"]],
    ["no three-way dependence", ["111", "100", "010", "001"], ["110", "101", "011"]],
  ];
  const product = (cells: readonly string[]) => cells.reduce((total, cell) => total * (counts[cell] ?? 0), 1);
  return models
    .filter(([, above, below]) => [...above, ...below].every((cell) => (counts[cell] ?? 0) >= fewestInCell))
    .map(([name, above, below]) => ({ name, missed: product(above) / product(below) }));
}
