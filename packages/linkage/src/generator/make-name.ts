import { drawFrom, poolOf, type Pool } from "./pool.ts";
import type { Random } from "./random.ts";
import { readLines, readTable } from "./read-table.ts";

type Cohort = "A" | "B" | "C" | "D" | "E";

/** Name material by sex and birth cohort. Licences: NOTICE. */
export type NameTables = {
  readonly given: ReadonlyMap<string, Pool>;
  readonly second: ReadonlyMap<string, Pool>;
  readonly patterns: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly suku: Pool;
  readonly elsewhereFirst: readonly string[];
  readonly elsewhereLast: readonly string[];
};

/** Of a hundred residents about four have roots outside Minangkabau. */
const SHARE_FROM_ELSEWHERE = 0.04;
const SUKU_WEIGHT: Readonly<Record<string, number>> = { high: 12, medium: 4, low: 1 };

/** Reads the name material that comes with this package. */
export function readNameTables(): NameTables {
  const patterns = new Map<string, Record<string, number>>();
  for (const row of readTable("./names/name-patterns-minang.csv")) {
    const key = `${row["sex"]}${row["cohort"]}`;
    patterns.set(key, { ...patterns.get(key), [row["pattern"] ?? ""]: Number(row["share"]) });
  }
  return {
    given: poolsOf(readTable("./names/given-names-minang.csv")),
    second: poolsOf(readTable("./names/second-names-minang.csv")),
    patterns,
    suku: poolOf(
      readTable("./names/suku-minangkabau.csv").map((row) => ({
        item: row["suku"] ?? "",
        weight: SUKU_WEIGHT[row["typical_in_pariaman"] ?? ""] ?? 1,
      })),
    ),
    elsewhereFirst: readLines("./names/id-names-first.txt"),
    elsewhereLast: readLines("./names/id-names-last.txt"),
  };
}

/** A name as an identity card prints it, in capitals, in the fashion of the year of birth. */
export function makeName(
  tables: NameTables,
  random: Random,
  sex: "male" | "female",
  birthYear: number,
): string {
  if (random.chance(SHARE_FROM_ELSEWHERE)) return makeNameFromElsewhere(tables, random);
  const key = `${sex === "male" ? "M" : "F"}${cohortOf(birthYear)}`;
  const shares = tables.patterns.get(key);
  if (shares === undefined) throw new Error(`no name pattern for ${key}`);
  const words: string[] = [];
  for (const part of random.draw(shares).split(" ")) {
    const word = drawWord(tables, random, key, part);
    if (!words.includes(word)) words.push(word);
  }
  // An initial is a name only before another one.
  return words.length === 1 && words[0] === "M." ? "MUHAMMAD" : words.join(" ").toUpperCase();
}

function drawWord(tables: NameTables, random: Random, key: string, part: string): string {
  if (part === "GELAR") return random.draw({ Sidi: 4, Bagindo: 4, Sutan: 3, Marah: 1 });
  if (part === "SUKU") return drawFrom(tables.suku, random);
  const pool = (part === "SECOND" ? tables.second : tables.given).get(key);
  if (pool === undefined) throw new Error(`no names for ${key}`);
  return drawFrom(pool, random);
}

function makeNameFromElsewhere(tables: NameTables, random: Random): string {
  const first = random.pick(tables.elsewhereFirst);
  return (random.chance(0.6) ? `${first} ${random.pick(tables.elsewhereLast)}` : first).toUpperCase();
}

/** Our cut of the cohorts: old Arabic and Minang names, the 1970s portmanteaus, modern, Islamic revival, two words by law. */
function cohortOf(birthYear: number): Cohort {
  if (birthYear < 1965) return "A";
  if (birthYear < 1985) return "B";
  if (birthYear < 2000) return "C";
  return birthYear < 2013 ? "D" : "E";
}

function poolsOf(rows: Record<string, string>[]): Map<string, Pool> {
  const grouped = new Map<string, { item: string; weight: number }[]>();
  for (const row of rows) {
    const key = `${row["sex"]}${row["cohort"]}`;
    const weight = Number(row["weight_class"] ?? "1") ** 2;
    grouped.set(key, [...(grouped.get(key) ?? []), { item: row["token"] ?? "", weight }]);
  }
  return new Map([...grouped].map(([key, entries]) => [key, poolOf(entries)]));
}
