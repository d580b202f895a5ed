import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, test } from "vitest";
import { linkBatch } from "#linking";
import { getTargeting, refreshTargeting } from "#targeting";
import { anActor, insertBatch, insertPerson, insertPlaces, openCity, readRows, testDatabase } from "#testing";
import { getWorker } from "#workers";
import { advanceImport, applyImport, getImport, receiveImport, undoImport } from "./index.ts";

/** What a social office really hands out, read as a file to its end: recognised, checked, applied, linked, counted. */
const city = testDatabase({ now: "2026-12-01T02:00:00Z" });
const officer = () => anActor(city.app, "DAT");
const op = () => ({ operationId: city.app.newId() });

const nikOf = (n: number) => `137793010185${String(n).padStart(4, "0")}`;
const cardOf = (n: number) => `137793010112${String(n).padStart(4, "0")}`;
const nameOf = (n: number) =>
  ["ROSMANIAR", "SYAFRIL", "YUSNIDAR", "DARMAWATI", "ERIZAL", "NURHAYATI"][n - 1]!;
const people = [1, 2, 3, 4, 5, 6];

let ids: readonly { readonly id: string }[];

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const list = await insertBatch(city.app, "village-list");
  const made = [];
  // Persons 1 and 2 share a card, as a family does.
  for (const n of people)
    made.push(
      await insertPerson(city.app, list, {
        name: nameOf(n),
        nik: nikOf(n),
        birthDate: "1985-01-01",
        familyCard: cardOf(n === 2 ? 1 : n),
      }),
    );
  ids = made;
});

/** Sends a workbook, applies all of it and links it. */
async function bring(rows: readonly (readonly CellValue[])[], name = "dinsos.xlsx") {
  const path = join(mkdtempSync(join(city.app.config.dataDir, "send-")), "upload");
  const workbook = { sheets: [{ name: "Sheet1", rows: rows.map((row) => [...row]) }] };
  writeFileSync(path, await writeXlsx(workbook));
  const { batch } = await receiveImport(city.app, officer(), {
    ...op(),
    kind: "dtsen",
    fileName: name,
    path,
  });
  await advanceImport(city.app, batch.id);
  const checked = await getImport(city.app, officer(), { batchId: batch.id });
  expect(checked.state).toBe("checked");
  await applyImport(city.app, officer(), { ...op(), batchId: batch.id });
  await advanceImport(city.app, batch.id);
  const applied = await getImport(city.app, officer(), { batchId: batch.id });
  expect(applied.state).toBe("applied");
  await linkBatch(city.app, { batchId: batch.id });
  await refreshTargeting(city.app);
  return applied;
}

/** Person by person: both ends of the decile, null for listed without one, undefined for not listed. */
async function welfare() {
  const rows = await readRows<{ personId: string; decileFrom: number | null; decile: number | null }>(
    city.app,
    "select person_id, decile_from, decile from app.person_welfare",
  );
  return ids.map(({ id }) => {
    const row = rows.find(({ personId }) => personId === id);
    if (row === undefined) return undefined;
    return row.decile === null ? null : [row.decileFrom, row.decile];
  });
}

const namesAlone = [
  ["DAFTAR KELUARGA MISKIN BNBA KOTA PARIAMAN"],
  ["No", "NIK", "Nama"],
  ...[1, 2, 3].map((n) => [n, nikOf(n), nameOf(n)]),
];

describe("a list of NIK and name alone", () => {
  test("says who is listed by Dinsos, and no decile", async () => {
    const { counts } = await bring(namesAlone);
    expect(counts).toMatchObject({ accepted: 3, repair: 0 });
    expect(await welfare()).toEqual([null, null, null, undefined, undefined, undefined]);
    const [person] = await readRows<{ code: string }>(
      city.app,
      "select code from app.persons where id = ?",
      ids[0]!.id,
    );
    const worker = await getWorker(city.app, officer(), { personCode: person!.code });
    expect(worker.desil).toEqual({ decileFrom: null, decile: null, asOf: "2026-12-01" });
    const { deciles } = await getTargeting(city.app, officer(), {});
    expect(deciles.every(({ from, to }) => from === null && to === null)).toBe(true);
  });

  test("leaves standing what an earlier release said of decile, work and aid, with the day and file that said so", async () => {
    await bring([
      ["NIK", "Nama", "No KK", "Desil", "Pekerjaan", "PKH"],
      ...[1, 2, 3].map((n) => [nikOf(n), nameOf(n), cardOf(n), "1 s.d. 4", "Nelayan", "Ya"]),
    ]);
    const [before] = await readRows(city.app, "select release, as_of from app.person_welfare limit 1");
    const { id } = await bring(namesAlone, "nama.xlsx");
    expect(await welfare()).toEqual([[1, 4], [1, 4], [1, 4], undefined, undefined, undefined]);
    expect(await readRows(city.app, "select distinct release, as_of from app.person_welfare")).toEqual([
      before,
    ]);
    expect(
      await readRows(
        city.app,
        `select distinct attributes->>'workGroup' as work, attributes->>'pkh' as pkh, family_card_index is not null as has_card
         from app.source_records where kind = 'dtsen' and withdrawn_at is null`,
      ),
    ).toEqual([{ work: "fisher", pkh: "true", hasCard: true }]);
    await undoImport(city.app, officer(), { ...op(), batchId: id });
    await linkBatch(city.app, { batchId: id });
    expect((await welfare()).slice(0, 3)).toEqual([
      [1, 4],
      [1, 4],
      [1, 4],
    ]);
  });
});

const families = (decile: string) => [
  ["No KK", "NIK Kepala Keluarga", "Desil"],
  [cardOf(1), nikOf(1), decile],
  [cardOf(3), nikOf(3), "5"],
];

const cardsAlone = (decile: string) => [
  ["No KK", "Desil"],
  [cardOf(1), decile],
];

describe("a list of family card, head's NIK and decile", () => {
  test("gives the decile to every member of the card", async () => {
    const { counts } = await bring(families("2"));
    expect(counts).toMatchObject({ accepted: 2, repair: 0 });
    expect(await welfare()).toEqual([[2, 2], [2, 2], [5, 5], undefined, undefined, undefined]);
  });

  test("without a head's NIK does so too, and the next one replaces it, on the same day as well", async () => {
    await bring(cardsAlone("2"));
    expect((await welfare()).slice(0, 2)).toEqual([
      [2, 2],
      [2, 2],
    ]);
    await bring(cardsAlone("3"), "baru.xlsx");
    expect((await welfare()).slice(0, 2)).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(
      await readRows(
        city.app,
        "select attributes->>'decile' as decile from app.source_records where kind = 'dtsen' and withdrawn_at is null",
      ),
    ).toEqual([{ decile: "3" }]);
  });

  test("tells the decile of whom another list names by NIK and card", async () => {
    await bring([
      ["NIK", "Nama", "No KK", "Pekerjaan"],
      ...people.map((n) => [nikOf(n), nameOf(n), cardOf(1), "Nelayan"]),
      ...[7, 8, 9, 10, 11].map((n) => [nikOf(n), `Orang ${"abcdefghijkl"[n]}`, cardOf(1), "Nelayan"]),
    ]);
    await bring(
      [
        ["No KK", "Desil"],
        [cardOf(1), "Desil 1 s.d. 4"],
      ],
      "kk.xlsx",
    );
    const { deciles } = await getTargeting(city.app, officer(), {});
    expect(deciles).toMatchObject([{ from: 1, to: 4, people: 11 }]);
  });
});

test("spans of deciles keep both ends, however they are written, and stand in a row of their own", async () => {
  const written = ["1-4", "Desil 1 s.d. 4", "D1-D4", "P1", "> 5", "3"];
  const { counts } = await bring([
    ["NIK", "Nama", "Pekerjaan", "Desil"],
    ...people.map((n) => [nikOf(n), nameOf(n), "Nelayan", written[n - 1]!]),
    ...Array.from({ length: 20 }, (_, at) => [nikOf(20 + at), `Warga ${"abcdefghijklmnopqrst"[at]}`, "Nelayan", "D1-D4"]), // oxfmt-ignore
  ]);
  expect(counts).toMatchObject({ accepted: 26, repair: 0 });
  expect(await welfare()).toEqual([
    [1, 4],
    [1, 4],
    [1, 4],
    [1, 1],
    [6, 10],
    [3, 3],
  ]);
  const { deciles, exclusion } = await getTargeting(city.app, officer(), {});
  expect(deciles.find(({ from, to }) => from === 1 && to === 4)).toMatchObject({ people: 23 });
  expect(exclusion!.whole).toBe(25);
});
