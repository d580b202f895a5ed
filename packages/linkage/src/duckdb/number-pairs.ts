import { literalSql } from "#expression";
import type { Sides } from "#stages";
import type { Database } from "./database.ts";

/** A pair of records by the ids their lists give them. */
export type IdPair = { leftId: string; rightId: string };

const chunkRows = 5000;

/** The record numbers of pairs given by id, in the same order; −1 for an id that is in neither place. */
export async function numberPairs(
  db: Database,
  sides: Sides,
  pairs: readonly IdPair[],
): Promise<{ left: Int32Array; right: Int32Array }> {
  await db.run("CREATE OR REPLACE TEMP TABLE wanted (n INTEGER, l VARCHAR, r VARCHAR)");
  for (let from = 0; from < pairs.length; from += chunkRows) {
    const values = pairs
      .slice(from, from + chunkRows)
      .map(({ leftId, rightId }, i) => `(${from + i}, ${literalSql(leftId)}, ${literalSql(rightId)})`);
    await db.run(`INSERT INTO wanted VALUES ${values.join(", ")}`);
  }
  const rows = await db.rows(
    `SELECT w.n, coalesce(l.id, -1) AS lid, coalesce(r.id, -1) AS rid FROM wanted w LEFT JOIN records_${sides.left} l ON l.uid = w.l LEFT JOIN records_${sides.right} r ON r.uid = w.r ORDER BY w.n`,
  );
  await db.run("DROP TABLE wanted");
  return {
    left: Int32Array.from(rows, (row) => Number(row["lid"])),
    right: Int32Array.from(rows, (row) => Number(row["rid"])),
  };
}
