import { beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#database";
import { sql } from "kysely";
import { listTasks } from "#tasks";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "#testing";
import {
  decideTargeting,
  exportTargetingList,
  getTargeting,
  getTargetingList,
  refreshTargeting,
  undoTargetingDecision,
} from "./index.ts";

const city = testDatabase({ now: "2026-12-01T02:00:00Z" });
const op = () => ({ operationId: city.app.newId() });
const { naras, kampung } = places;
let register: string;
let list: string;
let number = 0;

beforeEach(async () => {
  await insertPlaces(city.app);
  register = await insertBatch(city.app, "dtsen");
  list = await insertBatch(city.app, "village-list");
});

const officer = () => anActor(city.app, "DAT");

type Wish = {
  readonly decile?: number;
  readonly decileFrom?: number;
  readonly workGroup?: string;
  readonly birthDate?: string;
  readonly place?: typeof naras | typeof kampung;
  readonly listed?: boolean;
  readonly covered?: boolean;
  readonly sex?: "male" | "female";
  readonly sure?: number;
};

/** Somebody of the register; listed and covered where wished. */
async function somebody(wish: Wish = {}) {
  const {
    decile = 2,
    decileFrom,
    workGroup = "fisher",
    listed = false,
    covered = false,
    sex = "male",
    sure = 1,
  } = wish;
  number += 1;
  const nik = `137793010190${String(number).padStart(4, "0")}`;
  const attributes = {
    decile,
    workGroup,
    asOf: "2026-11-20",
    ...(decileFrom === undefined ? {} : { decileFrom }),
  };
  const described = {
    name: `Orang ${number}`,
    nik,
    sex,
    birthDate: wish.birthDate ?? "1985-03-01",
    place: wish.place ?? naras,
  };
  const recordId = await insertRecord(
    city.app,
    { id: register, kind: "dtsen" },
    { ...described, attributes },
  );
  if (!listed && !covered) return { recordId, personId: null };
  const { id: personId } = await insertPerson(city.app, list, { ...described, occupationGroup: workGroup });
  const { code, kecamatan, region } = described.place;
  await asSystem(city.app, async (tx) => {
    await sql`insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
      values (${region}, ${city.app.newId()}, ${code}, ${kecamatan}, ${personId}, ${recordId}, 'dtsen', ${sure}, '[]', 'automatic', app.now())`.execute(
      tx,
    );
    await sql`insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at)
      values (${region}, ${personId}, ${code}, ${kecamatan}, ${covered ? "covered" : "not-registered"}, ${covered}, current_date, now())`.execute(
      tx,
    );
  });
  return { recordId, personId };
}

async function many(times: number, wish: Wish) {
  for (let at = 0; at < times; at += 1) await somebody(wish);
}

describe("whether the right ones are reached", () => {
  test("both errors are counted from the register's own word of work and decile, and children are nobody's left out", async () => {
    await many(8, {});
    await many(4, { listed: true });
    await many(12, { covered: true });
    await many(6, { decile: 8, covered: true });
    await many(3, { birthDate: "2015-01-01" });
    await many(3, { workGroup: "student" });
    await refreshTargeting(city.app);
    const { exclusion, inclusion, deciles, release, lines } = await getTargeting(
      city.app,
      anActor(city.app, "EXE"),
      {},
    );
    expect(exclusion).toMatchObject({ part: 12, whole: 24, share: 0.5 });
    expect(inclusion).toMatchObject({ part: 6, whole: 18 });
    expect(release).toMatchObject({ asOf: expect.any(String) });
    expect(lines).toEqual({ poorTo: 4, betterFrom: 6, confirmed: false });
    expect(deciles).toEqual([
      { from: 2, to: 2, people: 0, listed: null, covered: null },
      { from: 8, to: 8, people: 0, listed: null, covered: null },
    ]);
  });

  test("a link that is not certain widens the printed interval and moves the number", async () => {
    await many(10, {});
    await many(10, { covered: true, sure: 0.8 });
    await refreshTargeting(city.app);
    const { exclusion } = await getTargeting(city.app, officer(), {});
    expect(exclusion!.part).toBeCloseTo(12, 3);
    expect(exclusion!.low).toBeLessThan(exclusion!.sampling.low);
    expect(exclusion!.high).toBeGreaterThan(exclusion!.sampling.high);
  });

  test("a span is no decile: it is shown as it came, counts for neither error, and widens both", async () => {
    await many(12, { covered: true });
    await many(12, { decile: 7, decileFrom: 3, covered: true });
    await refreshTargeting(city.app);
    const { deciles, exclusion } = await getTargeting(city.app, officer(), {});
    expect(deciles.map(({ from, to, people }) => [from, to, people])).toEqual([
      [2, 2, 12],
      [3, 7, 12],
    ]);
    expect(exclusion).toMatchObject({ whole: 12, because: { spans: 12 } });
  });

  test("a kecamatan sees its own, a village or a member of the public nothing, and a village outside is not found", async () => {
    await many(12, {});
    await many(11, { place: kampung, covered: true });
    await refreshTargeting(city.app);
    const head = anActor(city.app, "CMT", naras.kecamatan);
    expect((await getTargeting(city.app, head, {})).exclusion).toMatchObject({ part: 12, whole: 12 });
    await expect(getTargeting(city.app, head, { villageCode: kampung.code })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const role of ["OPR", "KDS"] as const)
      await expect(getTargeting(city.app, anActor(city.app, role, naras.code), {})).rejects.toMatchObject({
        code: "forbidden",
      });
  });

  test("fewer than ten are told to nobody, and a village of which the register holds nobody is named", async () => {
    await many(9, {});
    await refreshTargeting(city.app);
    const { exclusion, villages, withoutRegister } = await getTargeting(city.app, officer(), {});
    expect(exclusion).toBeNull();
    expect(villages.map(({ code, poorWorkers }) => [code, poorWorkers])).toEqual([[naras.code, null]]);
    expect(withoutRegister.map(({ code }) => code)).toEqual([kampung.code]);
  });

  test("a new release is held against the one before, which stays as it was counted", async () => {
    await many(10, {});
    await many(10, { covered: true });
    await refreshTargeting(city.app);
    await asSystem(city.app, (tx) =>
      sql`update app.import_batches set applied_at = app.now() - interval '90 days' where id = ${register}`.execute(
        tx,
      ),
    );
    register = await insertBatch(city.app, "dtsen");
    await asSystem(city.app, (tx) =>
      sql`update app.import_batches set applied_at = app.now() where id = ${register}`.execute(tx),
    );
    await many(20, { covered: true });
    await refreshTargeting(city.app);
    const { exclusion, before } = await getTargeting(city.app, officer(), {});
    expect(exclusion).toMatchObject({ part: 10, whole: 40 });
    expect(before!.exclusion).toMatchObject({ part: 10, whole: 20 });
  });
});

describe("a work list", () => {
  const asked = { villageCode: naras.code, side: "left-out" } as const;

  test("names who is left out and who is better off, with how each stands, to a data officer alone", async () => {
    await somebody();
    await somebody({ listed: true });
    await somebody({ covered: true });
    await somebody({ decile: 9, covered: true });
    const { people, counts } = await getTargetingList(city.app, officer(), asked);
    expect(people.map(({ reach }) => reach).toSorted()).toEqual(["listed-not-covered", "not-listed"]);
    expect(counts).toEqual({ "left-out": { open: 2, decided: 0 }, "better-off": { open: 1, decided: 0 } });
    for (const role of ["MGR", "EXE", "AUD", "DPO"] as const)
      await expect(getTargetingList(city.app, anActor(city.app, role), asked)).rejects.toMatchObject({
        code: "forbidden",
      });
    const seen = await readRows(
      city.app,
      "select fields from audit.accesses where purpose = 'targeting-list'",
    );
    expect(seen).not.toEqual([]);
  });

  test("a decision is audited, may be taken back, removes nobody, and asks the village for a visit without a word of welfare", async () => {
    const { recordId } = await somebody();
    const dat = officer();
    const input = { ...asked, recordId, decision: "invited", note: "rumah di belakang surau" };
    expect(await decideTargeting(city.app, dat, { ...op(), ...input })).toEqual({ outcome: "decided" });
    expect(await decideTargeting(city.app, dat, { ...op(), ...input })).toMatchObject({
      reasons: ["decided-already"],
    });
    const { people } = await getTargetingList(city.app, dat, { ...asked, decided: true });
    expect(people[0]!.decision).toMatchObject({ decision: "invited", note: "rumah di belakang surau" });
    const operator = anActor(city.app, "OPR", naras.code);
    const tasks = await listTasks(city.app, operator);
    expect(tasks.find(({ code }) => code === "visit-for-list")).toMatchObject({ count: 1 });
    expect(await listTasks(city.app, anActor(city.app, "OPR", kampung.code))).not.toContainEqual(
      expect.objectContaining({ code: "visit-for-list" }),
    );
    const { id: targetingDecisionId } = people[0]!.decision!;
    await undoTargetingDecision(city.app, dat, { ...op(), targetingDecisionId });
    expect((await getTargetingList(city.app, dat, asked)).total).toBe(1);
    const trail = await readRows<{ action: string }>(
      city.app,
      "select action from audit.entries where object_type = 'targeting'",
    );
    expect(trail.map(({ action }) => action).toSorted()).toEqual(["targeting.decide", "targeting.undo"]);
  });

  test("a decision needs to be one that its side knows, and a note no identity number", async () => {
    const { recordId } = await somebody();
    const dat = officer();
    expect(
      await decideTargeting(city.app, dat, { ...op(), ...asked, recordId, decision: "keep" }),
    ).toMatchObject({
      reasons: ["without-decision"],
    });
    await expect(
      decideTargeting(city.app, dat, {
        ...op(),
        ...asked,
        recordId,
        decision: "moved",
        note: "1377930101900001",
      }),
    ).rejects.toMatchObject({ code: "identity-number-in-note" });
    await expect(
      decideTargeting(city.app, dat, {
        ...op(),
        ...asked,
        villageCode: kampung.code,
        recordId,
        decision: "moved",
      }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("leaves as a file whose code stands in the trail, without any identity number", async () => {
    await somebody();
    const words = {
      sheet: "Daftar",
      mark: "Kode",
      columns: [
        { header: "Nama", kind: "text" as const, value: ({ name }: { readonly name: string }) => name },
      ],
    };
    const file = await exportTargetingList(city.app, officer(), { ...asked, format: "csv", words });
    const text = Buffer.from(file.bytes).toString("utf8");
    expect(text).toContain(file.code);
    expect(text).not.toMatch(/\d{16}/);
  });
});
