import type { ImportedRow } from "@tuwai/domain/intake";
import { civilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#database";
import { importKindOf } from "#intake";
import { linkBatch } from "#linking";
import {
  anActor,
  applyRows,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { decideChanges, getDecileWatch, refreshTargeting, undoChanges } from "./index.ts";

const city = testDatabase({ now: "2026-12-01T02:00:00Z" });
const op = () => ({ operationId: city.app.newId() });
const { naras, kampung } = places;
const officer = () => anActor(city.app, "DAT");

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

const nikOf = (n: number) => `137793010185${String(n).padStart(4, "0")}`;
const cardOf = (n: number) => `137793010112${String(n).padStart(4, "0")}`;
const row = (n: number, wish: Partial<ImportedRow> = {}): ImportedRow => ({
  nik: nikOf(n),
  nikStatus: "given",
  familyCard: cardOf(n),
  name: `Orang ${n}`,
  birthDate: civilDate("1985-01-01"),
  villageCode: naras.code,
  occupation: "NELAYAN/PERIKANAN",
  decile: 3,
  ...wish,
});

function spanRow(n: number): ImportedRow {
  const { decile: _exact, ...rest } = row(n);
  return { ...rest, decileFrom: 1, decileTo: 4 };
}

/** A release as an import brings it, linked and compared; `daysAgo` before the day of the test. */
async function release(rows: readonly ImportedRow[], daysAgo: number) {
  const batchId = await insertBatch(city.app, "dtsen");
  await asSystem(city.app, (tx) =>
    sql`update app.import_batches set applied_at = app.now() - make_interval(days => ${daysAgo}) where id = ${batchId}`.execute(
      tx,
    ),
  );
  const { applier } = importKindOf(city.app, "dtsen");
  await applyRows(city.app, officer(), { applier, kind: "dtsen", batchId }, rows);
  await linkBatch(city.app, { batchId });
  await refreshTargeting(city.app);
}

const groups = async () =>
  Object.fromEntries(
    (await getDecileWatch(city.app, officer(), {})).groups.map(({ kind, direction, open }) => [
      direction === null ? kind : `${kind} ${direction}`,
      open,
    ]),
  );

describe("a new release of DTSEN", () => {
  test("proposes what it says otherwise, of each person, and a first one proposes nothing", async () => {
    await release([row(1), row(2), row(3), row(4), row(5)], 90);
    expect((await getDecileWatch(city.app, officer(), {})).watch).toBeNull();
    await release(
      [
        row(1),
        row(2, { decile: 6 }),
        row(3, { villageCode: kampung.code }),
        row(4, { familyCard: cardOf(40) }),
        row(5, { nik: nikOf(50) }),
        row(6),
      ],
      0,
    );
    expect(await groups()).toEqual({ "decile out-of-poverty": 1, village: 1, household: 1, "new-nik": 1 });
    const { watch } = await getDecileWatch(city.app, officer(), {});
    expect(watch).toMatchObject({ repeated: 4, missing: 1, fresh: 2, isWhole: true });
  });

  test("calls a span that holds the former decile, or lies within it, no move", async () => {
    await release([spanRow(1), row(2), row(3), spanRow(4)], 90);
    await release([row(1), spanRow(2), row(3), row(4, { decile: 7 })], 0);
    expect(await groups()).toEqual({
      "decile narrowed": 1,
      "decile vaguer": 1,
      "decile out-of-poverty": 1,
    });
  });

  test("calls whom it leaves out gone where somebody here is linked, and only when it is a whole release", async () => {
    const list = await insertBatch(city.app, "village-list");
    const { name, nik, birthDate, familyCard } = row(1) as Required<ImportedRow>;
    await insertPerson(city.app, list, { name, nik, birthDate, familyCard });
    await release([row(1), row(2), row(3), row(4)], 90);
    await release([row(2, { decile: 2 })], 30);
    expect(await groups()).toEqual({ "decile within": 1 });
    await release([row(2, { decile: 2 }), row(3), row(4, { decile: 4 })], 0);
    expect(await groups()).toEqual({ "decile within": 1, gone: 1 });
  });

  test("says of whom the city knows a death that DTSEN still holds them, and leaves what people confirmed", async () => {
    const list = await insertBatch(city.app, "village-list");
    const { name, nik, birthDate, familyCard } = row(1) as Required<ImportedRow>;
    const { id } = await insertPerson(city.app, list, { name, nik, birthDate, familyCard });
    await release([row(1), row(2), row(3)], 90);
    await asSystem(city.app, async (tx) => {
      await sql`update app.persons set died_on = date '2026-11-01' where id = ${id}`.execute(tx);
      await sql`update app.links set origin = 'decided', decided_by = ${city.app.newId()} where person_id = ${id}`.execute(
        tx,
      );
    });
    await release([row(1, { decile: 5, villageCode: kampung.code }), row(2), row(3)], 0);
    expect(await groups()).toEqual({ "decile out-of-poverty": 1, village: 1, died: 1 });
    const [person] = await readRows(
      city.app,
      "select died_on::text, village_code from app.persons where id = ?",
      id,
    );
    expect(person).toEqual({ diedOn: "2026-11-01", villageCode: naras.code });
    const links = await readRows(
      city.app,
      "select origin from app.links where person_id = ? and ended_at is null",
      id,
    );
    expect(links).toEqual([{ origin: "decided" }]);
  });

  test("is decided on by the group, and a decision is taken back", async () => {
    await release([row(1), row(2), row(3)], 90);
    await release([row(1, { decile: 8 }), row(2, { decile: 9 }), row(3)], 0);
    const group = { kind: "decile", direction: "out-of-poverty" };
    const { rows } = await getDecileWatch(city.app, officer(), group);
    expect(rows.map(({ decileWas, decileIs }) => [decileWas, decileIs])).toEqual([
      ["3", "8"],
      ["3", "9"],
    ]);
    expect(await decideChanges(city.app, officer(), { ...op(), ...group, verdict: "" })).toMatchObject({
      reasons: ["without-verdict"],
    });
    const said = { ...group, verdict: "register-right" };
    expect(await decideChanges(city.app, officer(), { ...op(), ...said })).toEqual({
      outcome: "decided",
      count: 2,
    });
    expect(await decideChanges(city.app, officer(), { ...op(), ...said })).toMatchObject({
      reasons: ["nothing-open"],
    });
    const [decision] = (await getDecileWatch(city.app, officer(), {})).decisions;
    expect(decision).toMatchObject({ ...said, count: 2 });
    await undoChanges(city.app, officer(), { ...op(), targetingDecisionId: decision!.id });
    expect(await groups()).toEqual({ "decile out-of-poverty": 2 });
    for (const role of ["MGR", "EXE", "AUD"] as const)
      await expect(getDecileWatch(city.app, anActor(city.app, role), {})).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});
