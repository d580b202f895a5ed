import { existsSync } from "node:fs";
import { join } from "node:path";
import { openDatabase, type Database } from "../../packages/linkage/src/duckdb/index.ts";
import { qualityOf } from "../../packages/linkage/src/evaluation/index.ts";

export type Quality = { precision: number; recall: number; f1: number };
export type City = { folder: string; left: string; right: string; id: string; person: string };

/** A city of the frozen generator (a.csv, b.csv) or of `tuwai-linkage generate` (left.csv, right.csv). */
export function cityIn(folder: string): City {
  const generated = existsSync(join(folder, "left.csv"));
  return {
    folder,
    left: join(folder, generated ? "left.csv" : "a.csv"),
    right: join(folder, generated ? "right.csv" : "b.csv"),
    id: generated ? "id" : "rid",
    person: generated ? "person_id" : "pid",
  };
}

/** Compares links with who everybody really is, in the database: millions of rows need no place in JavaScript. */
export type CityTruth = {
  quality: (links: string) => Promise<Quality>;
  /** What joining on the number alone would give. */
  exactNik: () => Promise<Quality>;
  close: () => void;
};

export async function readTruth(city: City): Promise<CityTruth> {
  const db = await openDatabase();
  for (const side of ["left", "right"] as const) {
    await db.run(
      `CREATE TABLE truth_${side} AS SELECT ${city.id} AS id, ${city.person} AS person, nik FROM ${scan(city[side])}`,
    );
  }
  const total = await count(db, "truth_left l JOIN truth_right r ON l.person = r.person");
  const judged = async (pairs: string): Promise<Quality> =>
    qualityOf(await count(db, `${pairs} WHERE l.person = r.person`), await count(db, pairs), total);
  return {
    quality: (links) =>
      judged(
        `${scan(links)} k JOIN truth_left l ON l.id = k.left_id JOIN truth_right r ON r.id = k.right_id`,
      ),
    exactNik: () => judged(`(${valid("left")}) l JOIN (${valid("right")}) r ON l.nik = r.nik`),
    close: db.close,
  };
}

const scan = (file: string) => `read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true)`;

/** Sixteen digits, no placeholder. */
const valid = (side: "left" | "right"): string =>
  `SELECT * FROM truth_${side} WHERE regexp_full_match(nik, '[0-9]{16}') AND nik NOT LIKE '%0000' AND nik <> repeat(left(nik, 1), 16)`;

const count = async (db: Database, from: string): Promise<number> =>
  Number((await db.one(`SELECT count(*) AS n FROM ${from}`))["n"]);
