import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadList, openDatabase, runStages, type Database } from "#duckdb";
import { duckdbDialect } from "#expression";
import { recordPreparer, type PlainRecord } from "#explanation";
import { prepareStages } from "#stages";
import { syntheticLists } from "#testing";
import { personModel } from "./index.ts";

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ threads: 1 });
});
afterAll(() => db.close());

const model = personModel();

/** Prepares the same records in SQL and in JavaScript and compares every column that later stages read. */
async function holdEqual(records: readonly (PlainRecord & { id: string })[]) {
  await loadList(db, "left", { rows: records }, model.inputs);
  await runStages(db, prepareStages(model, duckdbDialect, { sides: ["left"] }));
  const prepared = await db.rows("SELECT * FROM records_left");
  const byId = new Map(records.map((record) => [record.id, record]));
  const prepare = recordPreparer(model);
  expect(prepared).toHaveLength(records.length);
  for (const row of prepared) {
    const mine = prepare(byId.get(String(row["uid"])) ?? {});
    for (const [column, theirs] of Object.entries(row)) {
      if (column === "id" || column === "uid" || column.startsWith("share_")) continue;
      const value = mine[column] ?? null;
      expect(
        typeof value === "bigint" ? Number(value) : value,
        `${column} of ${JSON.stringify(byId.get(String(row["uid"])))}`,
      ).toEqual(theirs);
    }
  }
}

test("records of a synthetic city are prepared alike in SQL and in JavaScript", async () => {
  const { left, right } = syntheticLists(1500, 3);
  await holdEqual([...left, ...right]);
});

const nameParts = fc.constantFrom(
  ..."H. Hj Moh. M Djoko Soe  S.Pd ,SE BIN BINTI É ß ’ Tjoa Nyoman I XY Ddh khCH ooE Iyie awiw ALM R 9 - Ahmat NOER' d h".split(
    " ",
  ),
);
const names = fc.array(nameParts, { maxLength: 6 }).map((parts) => parts.join(" "));
const dates = fc.oneof(
  fc.constantFrom(
    "",
    "1990-02-29",
    "2000-02-29",
    "31/12/1970",
    "19991131",
    "1-7-1965",
    "12.08.1980",
    "1980",
    "x",
    "0000-00-00",
    "1990-01-02T00:00",
    "3 4 1988",
  ),
  fc.string({ unit: fc.constantFrom(..."0123456789-/. ".split("")), maxLength: 10 }),
);
/* No valid date inside: a generated number must never be somebody's NIK. */
const numbers = fc.oneof(
  fc.constantFrom(
    "",
    "0000000000000000",
    "1111111111111111",
    "13779200",
    "1377920000000000",
    "13.77.92 990199 0001",
    "137792990199000",
    "13779299019900012",
  ),
  fc.string({ unit: fc.constantFrom(..."0123456789 .-x".split("")), maxLength: 14 }),
);
const villages = fc.constantFrom(
  "",
  "1377022015",
  "13.77.02.2015",
  "Kampung Baru",
  " manggung ",
  "13",
  "desa 7",
  "..",
);
const addresses = fc.constantFrom(
  "",
  "JL. MELATI NO 3 RT 001 RW 002",
  "jln mawar",
  "Jalan Sudirman, RT3/RW1",
  "RT 5",
  "JL",
  "Kp. Dalam No.7",
  "TIRTO 9",
);
const sexes = fc.constantFrom("", "L", "p", "Laki-laki", "Perempuan", "M", "F", "W", "1", "2", "?");

test("any mix of odd names, dates, numbers and places is prepared alike in SQL and in JavaScript", async () => {
  const records = fc.sample(fc.tuple(names, dates, numbers, numbers, villages, addresses, sexes), {
    numRuns: 3000,
    seed: 11,
  });
  await holdEqual(
    records.map(([name, birthDate, nik, familyCard, villageCode, address, sex], i) => ({
      id: `r${i}`,
      name,
      birthDate,
      nik,
      familyCard,
      villageCode,
      address,
      sex,
    })),
  );
});
