import { civilDate } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { answerClaim, getClaim, helpWithClaim, markClaimDocument, openCase } from "#claims";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { onBehalfOf } from "#use-case";
import { drainToEmpty, passDay } from "#work";
import {
  answerForFamily,
  drawAskedFamilies,
  getAftercare,
  getFamilyFigures,
  getFamilyWelfare,
  listAftercare,
  listAskedSamples,
  noteFamilyVisit,
} from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
const operator = () => anActor(city.app, "OPR", places.naras.code);
const manager = () => anActor(city.app, "MGR");
const auditor = () => anActor(city.app, "AUD");
const card = "1377930101010001";

beforeEach(() => insertPlaces(city.app));

/** A family whose breadwinner died on 10 November 2026. */
async function aCase(name = "Fulan", familyCard = card): Promise<string> {
  const listId = await insertBatch(city.app, "village-list");
  const { id: personId } = await insertPerson(city.app, listId, {
    name,
    birthDate: "1980-05-01",
    familyCard,
  });
  const happenedOn = civilDate("2026-11-10");
  const { code: villageCode, kecamatan: kecamatanCode } = places.naras;
  const { claimCode } = await onBehalfOf(
    city.app,
    { actor: operator(), name: "claim.help", permission: "claim.help" },
    (step) =>
      openCase(step, {
        personId,
        villageCode,
        kecamatanCode,
        kind: "natural-death",
        happenedOn,
        accidentOn: null,
        happenedTime: null,
        reportedAt: step.now,
      }),
  );
  return claimCode;
}

async function aRelease(release: string, asOf: string, decile: number, familyCard = card): Promise<void> {
  const id = await insertBatch(city.app, "dtsen");
  const described = {
    name: "Istri",
    birthDate: "1985-01-01",
    familyCard,
    attributes: { release, asOf, decile },
  };
  await insertRecord(city.app, { id, kind: "dtsen" }, described);
}

/** Handed in, accepted and paid. */
async function paid(claimCode: string): Promise<void> {
  const now = () => getClaim(city.app, manager(), { claimCode });
  for (const { code, state } of (await now()).documents)
    if (state === "missing")
      await markClaimDocument(city.app, operator(), {
        ...op(),
        claimCode,
        document: code,
        state: "have",
        file: null,
      });
  const asked = async (step: string) => ({
    ...op(),
    claimCode,
    version: (await now()).version,
    step,
    on: "2026-11-21",
  });
  await helpWithClaim(city.app, operator(), await asked("hand-in"));
  await answerClaim(city.app, manager(), await asked("accept"));
  await answerClaim(city.app, manager(), { ...(await asked("pay")), amounts: { funeral: 10_000_000 } });
}

const visit = (claimCode: string, more: object = {}) =>
  noteFamilyVisit(city.app, operator(), {
    ...op(),
    claimCode,
    stage: "day-30",
    on: "2026-11-20",
    finding: "managing",
    need: "school",
    note: "anak sulung berhenti sekolah",
    ...more,
  });

describe("a family after the claim", () => {
  test("is visited at its stages, once each; what was said lies sealed", async () => {
    const claimCode = await aCase();
    const before = await getAftercare(city.app, operator(), { claimCode });
    expect(before.next).toEqual({ stage: "day-30", dueOn: "2026-12-10", isDue: false });
    expect(await visit(claimCode)).toEqual({ outcome: "noted" });
    expect(await visit(claimCode)).toEqual({ outcome: "refused", reasons: ["noted-already"] });
    expect(await visit(claimCode, { stage: "day-90", on: "2026-11-25", need: "" })).toEqual({
      outcome: "refused",
      reasons: ["without-need", "day-not-yet"],
    });
    expect((await getAftercare(city.app, operator(), { claimCode })).next).toMatchObject({ stage: "day-90" });
    const rows = await readRows<{ all: string }>(city.app, "select v::text as all from app.family_visits v");
    expect(JSON.stringify(rows)).not.toContain("sulung");
    expect(await listAftercare(city.app, operator())).toMatchObject([
      { code: claimCode, lastFinding: "managing" },
    ]);
  });

  test("of another village is not there, and the auditor makes no visit", async () => {
    const claimCode = await aCase();
    const other = anActor(city.app, "OPR", places.kampung.code);
    await expect(getAftercare(city.app, other, { claimCode })).rejects.toMatchObject({ code: "not-found" });
    expect(await listAftercare(city.app, other)).toEqual([]);
    const asAuditor = {
      ...op(),
      claimCode,
      stage: "day-30",
      on: "2026-11-20",
      finding: "well",
      need: "none",
    };
    await expect(noteFamilyVisit(city.app, auditor(), asAuditor)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("its deciles", () => {
  test("are read every night, once a release, by the family's card, and only data officers see them", async () => {
    const claimCode = await aCase();
    await aRelease("2026-Q3", "2026-09-30", 3);
    await passDay(city.app);
    await aRelease("2027-Q1", "2027-03-31", 1);
    await passDay(city.app);
    await passDay(city.app);
    await drainToEmpty(city.app);
    const welfare = await getFamilyWelfare(city.app, anActor(city.app, "DAT"), { claimCode });
    expect(welfare.readings.map(({ release, decile }) => [release, decile])).toEqual([
      ["2026-Q3", 3],
      ["2027-Q1", 1],
    ]);
    expect(welfare.outcome).toBe("fell");
    await expect(getFamilyWelfare(city.app, manager(), { claimCode })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const actor of [manager(), auditor(), operator()])
      expect(await readRowsAs(city.app, actor, "select * from app.family_deciles").catch(() => [])).toEqual(
        [],
      );
  });

  test("add up to families kept above poverty and families that fell; so few tell nobody else", async () => {
    const other = "1377930101010002";
    await paid(await aCase());
    await aCase("Fulanah", other);
    for (const [release, asOf, mine, theirs] of [
      ["2026-Q3", "2026-09-30", 2, 2],
      ["2027-Q1", "2027-03-31", 3, 1],
    ] as const) {
      await aRelease(release, asOf, mine);
      await aRelease(release, asOf, theirs, other);
    }
    await passDay(city.app);
    const figures = await getFamilyFigures(city.app, anActor(city.app, "DAT"));
    expect(figures.all).toEqual({ denominator: 2, keptAbove: 1, fell: 1, wasPoor: 0, unknown: 0 });
    expect(figures.covered).toMatchObject({ keptAbove: 1, fell: 0 });
    expect(figures.uncovered).toMatchObject({ keptAbove: 0, fell: 1 });
    expect(figures).toMatchObject({ families: 2, asOf: "2027-03-31", line: { decile: 1, confirmed: false } });
    expect(await getFamilyFigures(city.app, manager())).toMatchObject({
      families: null,
      all: null,
      covered: null,
    });
  });
});

const draw = (actor: Actor = auditor()) => drawAskedFamilies(city.app, actor, op());
const answer = (askedId: string, more: object = {}) =>
  answerForFamily(city.app, auditor(), {
    ...op(),
    askedId,
    received: "all",
    inTime: "yes",
    demanded: "no",
    ...more,
  });

/** Codes of the cases that a look at the samples noted as seen. */
async function shown() {
  await listAskedSamples(city.app, auditor());
  return readRows(
    city.app,
    "select c.code from audit.accesses a cross join unnest(a.person_ids) p join app.claims c on c.person_id = p where a.purpose = 'asked-families'",
  );
}

describe("families that were paid are asked", () => {
  test("drawn by a seed that is kept, each once; an unanswered one counts as unanswered", async () => {
    expect(await draw()).toEqual({ outcome: "refused", reasons: ["nobody-paid"] });
    await paid(await aCase());
    await paid(await aCase("Fulanah", "1377930101010002"));
    expect(await draw()).toEqual({ outcome: "drawn", drawn: 2, population: 2 });
    expect(await draw()).toMatchObject({ outcome: "refused" });
    const [sample] = (await listAskedSamples(city.app, auditor())).samples;
    expect(sample!.seed).toMatch(/^[0-9a-f]{64}$/);
    const [first] = sample!.families;
    expect(await answer(first!.askedId, { inTime: "" })).toEqual({
      outcome: "refused",
      reasons: ["without-answer"],
    });
    expect(await answer(first!.askedId, { demanded: "yes", note: "diminta uang rokok" })).toEqual({
      outcome: "answered",
    });
    expect(await answer(first!.askedId)).toEqual({ outcome: "refused", reasons: ["answered-already"] });
    const [after] = (await listAskedSamples(city.app, auditor())).samples;
    expect(after!.figure).toEqual({
      drawn: 2,
      received: 0,
      withIssues: 1,
      notReceived: 0,
      unanswered: 1,
      demanded: 1,
    });
  });

  test("are noted as seen when they are listed, and nobody else is", async () => {
    const code = await aCase();
    await paid(code);
    expect(await shown()).toEqual([]);
    await draw();
    await aCase("Fulanah", "1377930101010002");
    expect(await shown()).toEqual([{ code: code.replace("KL-", "") }]);
  });

  test("by nobody who had a part in it", async () => {
    for (const actor of [manager(), operator()])
      await expect(draw(actor)).rejects.toMatchObject({ code: "forbidden" });
  });
});
