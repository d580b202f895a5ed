import { makeName, readNameTables, type NameTables } from "./make-name.ts";
import { drawFrom, rankedPool, type Pool } from "./pool.ts";
import type { Random } from "./random.ts";
import { readTable } from "./read-table.ts";

/** Where a family comes from, as far as names show it. */
export type Origin = "minang" | "javanese" | "sundanese" | "batak";
type Sex = "male" | "female";

export type OriginNames = {
  readonly tables: NameTables;
  readonly pool: (kind: string, origin: string, sex: Sex | "") => Pool;
  readonly first: Pool;
  readonly last: Pool;
};

/** How often the first entries of each kind of list are drawn: common names are very common, first parts are not. */
const steepness: Readonly<Record<string, number>> = { given: 0.45, marga: 0.6, arabic: 0.7, modern: 0.7, last: 0.7, start: 0.3, ending: 0.3 }; // oxfmt-ignore

export function readOriginNames(): OriginNames {
  const words = new Map<string, { kind: string; words: string[] }>();
  for (const row of readTable("./names/names-by-origin.csv")) {
    const key = keyOf(row["kind"], row["origin"], row["sex"]);
    const list = words.get(key) ?? { kind: row["kind"] ?? "", words: [] };
    list.words.push(row["word"] ?? "");
    words.set(key, list);
  }
  const pools = new Map(
    [...words].map(([key, list]) => [key, rankedPool(list.words, steepness[list.kind] ?? 0.5)]),
  );
  const tables = readNameTables();
  return {
    tables,
    first: rankedPool(tables.elsewhereFirst, 0.3),
    last: rankedPool(tables.elsewhereLast, 0.4),
    pool: (kind, origin, sex) => {
      const pool = pools.get(keyOf(kind, origin, sex === "" ? "" : sex === "male" ? "M" : "F"));
      if (pool === undefined) throw new RangeError(`no names of kind ${kind}`);
      return pool;
    },
  };
}

const keyOf = (kind = "", origin = "", sex = ""): string => `${kind}/${origin}/${sex}`;

export type Bearer = { readonly origin: Origin; readonly sex: Sex; readonly birthYear: number };

/** The words of a name, in capitals, in the fashion of the family's origin and the year of birth. No word twice. */
export function nameByOrigin(names: OriginNames, random: Random, bearer: Bearer): string[] {
  const words =
    bearer.origin === "batak" ? batakName(names, random, bearer) : fashionedName(names, random, bearer);
  return [...new Set(words.map((word) => word.toUpperCase()))];
}

/** One or two given names and the marga, which is never left out. */
function batakName(names: OriginNames, random: Random, { sex }: Bearer): string[] {
  const given = names.pool("given", "batak", sex);
  const first = [drawFrom(given, random)];
  if (random.chance(0.4)) first.push(drawFrom(given, random));
  return [...first, drawFrom(names.pool("marga", "batak", ""), random)];
}

/** One word for the old, more for the young: names of one word are no longer registered (Permendagri 73/2022). */
function fashionedName(names: OriginNames, random: Random, bearer: Bearer): string[] {
  const { origin, birthYear } = bearer;
  if (origin === "minang" && random.chance(0.4)) {
    return makeName(names.tables, random, bearer.sex, birthYear).split(" ");
  }
  const single = birthYear < 1970 ? 0.42 : birthYear < 1990 ? 0.2 : birthYear < 2008 ? 0.06 : 0.012;
  if (random.chance(single)) return [ownName(names, random, bearer)];
  return birthYear < 1990 ? olderName(names, random, bearer) : youngerName(names, random, bearer);
}

/** A usual word of the region, a portmanteau such as SYAF+RIZAL, or one of the long tail. */
function ownName(names: OriginNames, random: Random, { origin, sex }: Bearer): string {
  const point = random.next();
  if (point < 0.3) return drawFrom(names.first, random);
  if (point < 0.5)
    return (
      drawFrom(names.pool("start", "", ""), random) +
      drawFrom(names.pool("ending", "", sex), random).toLowerCase()
    );
  return drawFrom(names.pool("given", origin, sex), random);
}

const openers = {
  male: { MUHAMMAD: 12, ABDUL: 5, AHMAD: 4, "": 79 },
  female: { SITI: 21, NUR: 12, SRI: 3, "": 64 },
} as const;

function olderName(names: OriginNames, random: Random, bearer: Bearer): string[] {
  const opener = random.draw<string>(openers[bearer.sex]);
  const words =
    opener === "ABDUL"
      ? [opener, drawFrom(names.pool("arabic", "", "male"), random)]
      : [opener, ownName(names, random, bearer)];
  if (random.chance(0.6)) words.push(lastName(names, random, bearer.sex));
  return words.filter(Boolean);
}

const youngOpeners = {
  male: { MUHAMMAD: 33, AHMAD: 4, ABDUL: 3, "": 60 },
  female: { SITI: 8, "": 92 },
} as const;

function youngerName(names: OriginNames, random: Random, { sex, birthYear }: Bearer): string[] {
  const words: string[] = [random.draw<string>(youngOpeners[sex])];
  const count = birthYear < 2008 ? random.int(1, 2) : 2;
  for (let made = 0; made < count; made += 1) {
    const point = random.next();
    if (point < 0.35) words.push(drawFrom(names.pool("arabic", "", sex), random));
    else
      words.push(
        point < 0.5 ? drawFrom(names.last, random) : drawFrom(names.pool("modern", "", sex), random),
      );
  }
  if (random.chance(0.7)) words.push(lastName(names, random, sex));
  return words.filter(Boolean);
}

export function lastName(names: OriginNames, random: Random, sex: Sex): string {
  return drawFrom(random.chance(0.3) ? names.last : names.pool("last", "", sex), random);
}
