import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { recordLifeEvent } from "#life-events";
import { countBothSides, endPair, findPair, listProposals, listWaiting, proposeMatches } from "#matching";
import { getMyPledge, listPledges, signPledge, stopPledge } from "#sponsors";
import { listTasks } from "#tasks";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  aSponsoredWorker,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { extendHold, getHolds, releaseHold, undoHoldAct } from "./index.ts";

const city = testDatabase({ now: "2026-11-23T02:00:00Z" });
let manager: Actor;
let sponsor: Actor;
let person: ThreadPerson;
const op = () => city.app.newId();
const holds = async () => (await getHolds(city.app, manager)).rows;
const waiting = async () => (await listWaiting(city.app, manager)).rows.map((row) => row.person.code);
const propose = async () => {
  await proposeMatches(city.app, manager, { operationId: op() });
  return (await listProposals(city.app, manager)).rows.map((row) => [row.person.code, row.pledgeCode]);
};
const codeOf = async (actor: Actor) => (await getMyPledge(city.app, actor)).pledge!.code;

async function sign(actor: Actor): Promise<void> {
  await signPledge(city.app, actor, {
    operationId: op(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-12"),
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-2",
  });
}

async function stop(by: Actor, reason: "no-reason" | "retired" | "died" | "never-paid" | "our-mistake") {
  const [pledge] = (await listPledges(city.app, manager, { state: "active" })).rows;
  const { id: pledgeId, version } = pledge!;
  return stopPledge(city.app, by, {
    operationId: op(),
    pledgeId,
    version,
    reason,
  });
}

async function end(reason: "worker-died" | "exchange" | "our-mistake") {
  const pair = await findPair(city.app, manager, { personCode: person.code });
  const { version } = pair!;
  return endPair(city.app, manager, {
    operationId: op(),
    personCode: person.code,
    version,
    reason,
  });
}

/** Who was told what so far, and the work that was asked for. */
async function toldAndToDo() {
  const told: string[] = [];
  for (const actor of [manager, anActor(city.app, "OPR", places.naras.code), sponsor]) {
    const rows = await readRowsAs<{ kind: string }>(
      city.app,
      actor,
      "select kind from app.notifications order by at",
    );
    told.push(...rows.map(({ kind }) => `${actor.role} ${kind}`));
  }
  const topics = await readRows<{ topic: string }>(city.app, "select distinct topic from app.work");
  return { told, topics: topics.map(({ topic }) => topic) };
}

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  ({ sponsor, person } = await aSponsoredWorker(city.app));
});

describe("a sponsor who stops", () => {
  test("leaves the worker held: nobody else is proposed to him, and he is of the same sponsor who signs again", async () => {
    await stop(sponsor, "no-reason");
    expect(await holds()).toMatchObject([
      {
        side: "worker",
        reason: "sponsor-stopped",
        now: { state: "held", until: "2026-12-07" },
      },
    ]);
    expect(await waiting()).toEqual([]);
    await sign(await aCivilServant(city.app));
    expect(await propose()).toEqual([]);
    await sign(sponsor);
    expect(await propose()).toEqual([[person.code, await codeOf(sponsor)]]);
    expect(await holds()).toEqual([]);
  });

  test("leaves him first in line once the days are over, before whoever is more urgent, without anything having run", async () => {
    const urgent = await anEndorsedPerson(city.app, { priority: 90 });
    await stop(sponsor, "retired");
    expect(await waiting()).toEqual([urgent.code]);
    await city.setNow("2026-12-08T02:00:00Z");
    expect(await waiting()).toEqual([person.code, urgent.code]);
    const [first] = (await listWaiting(city.app, manager)).rows;
    expect(first!.reasons).toContain("lost-sponsor");
  });

  test("a manager lets him go earlier or holds him longer with a reason, takes that back, and is warned of the last safe day", async () => {
    await stop(sponsor, "no-reason");
    const [hold] = await holds();
    const of = () => ({ operationId: op(), holdId: hold!.id });
    expect(
      await releaseHold(city.app, manager, {
        ...of(),
        reason: "nobody-to-wait-for",
      }),
    ).toEqual({
      outcome: "kept",
    });
    expect(await waiting()).toEqual([person.code]);
    expect(await undoHoldAct(city.app, manager, of())).toEqual({
      outcome: "kept",
    });
    expect(await waiting()).toEqual([]);
    await readRows(
      city.app,
      `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, as_of, safe_rescue_day, counts_as_covered, at)
       values ('13.77', ?, ?, ?, 'covered', '2026-11-23', '2026-11-30', true, now())`,
      person.id,
      places.naras.code,
      places.naras.kecamatan,
    );
    expect(await holds()).toMatchObject([{ now: { until: "2026-11-30", isCutShort: true } }]);
    const longer = { reason: "office-looks" as const, until: "2026-12-05" };
    expect(
      await extendHold(city.app, manager, {
        ...of(),
        ...longer,
        isWarned: false,
      }),
    ).toEqual({
      outcome: "refused",
      reasons: ["past-safe-day"],
    });
    expect(
      await extendHold(city.app, manager, {
        ...of(),
        ...longer,
        isWarned: true,
      }),
    ).toEqual({
      outcome: "kept",
    });
    expect(await holds()).toMatchObject([{ mayUndo: true, now: { state: "held", until: "2026-12-05" } }]);
    await city.setNow("2026-12-01T02:00:00Z");
    expect((await listTasks(city.app, manager)).map(({ code }) => code)).toContain("watch-holds");
  });

  test("by death is told by a manager alone, ends deductions with this month though the list is locked, and writes to nobody", async () => {
    await expect(stop(sponsor, "died")).rejects.toMatchObject({
      code: "invalid-input",
    });
    const before = await toldAndToDo();
    expect(await stop(manager, "died")).toMatchObject({
      stopMonth: "2026-11",
      freed: 1,
    });
    const after = await toldAndToDo();
    expect(after.told.filter((each) => !before.told.includes(each))).toEqual(["OPR worker-waits-again"]);
    const topics = after.topics.filter((topic) => !before.topics.includes(topic));
    expect(topics.toSorted()).toEqual(["eligibility.judge", "mandates.forget-account"]);
    expect(await holds()).toMatchObject([{ reason: "sponsor-died" }]);
  });

  test.each(["never-paid", "our-mistake"] as const)(
    "%s holds nobody: the worker waits first in line at once",
    async (reason) => {
      await stop(manager, reason);
      expect(await holds()).toEqual([]);
      expect(await waiting()).toEqual([person.code]);
      expect((await getMyPledge(city.app, sponsor)).workers).toEqual([]);
    },
  );
});

describe("a worker who leaves", () => {
  test("by death: the pair ends with the month after it, the place is held, no other worker is proposed, the sponsor is told nothing", async () => {
    await recordLifeEvent(city.app, anActor(city.app, "OPR", places.naras.code), {
      operationId: op(),
      personCode: person.code,
      kind: "died",
      on: civilDate("2026-11-10"),
      document: "family",
    });
    expect(await findPair(city.app, manager, { personCode: person.code })).toMatchObject({
      suggested: "worker-died",
    });
    const before = await toldAndToDo();
    expect(await end("worker-died")).toEqual({
      outcome: "ended",
      month: "2026-12",
    });
    await anEndorsedPerson(city.app);
    expect(await propose()).toEqual([]);
    expect(await countBothSides(city.app, manager)).toEqual({
      waiting: 1,
      freePlaces: 0,
    });
    expect((await toldAndToDo()).told).toEqual(before.told);
    const mine = await getMyPledge(city.app, sponsor);
    expect(mine).toMatchObject({
      heldUntil: "2026-12-07",
      pledge: { state: "active" },
    });
    expect(JSON.stringify(mine)).not.toContain("died");
    await city.setNow("2026-12-08T02:00:00Z");
    expect(await propose()).toHaveLength(1);
  });

  test("exchanged: the worker goes first to somebody else, the sponsor's place is held, and the two are not put together again", async () => {
    await end("exchange");
    expect(await waiting()).toEqual([person.code]);
    expect(await holds()).toMatchObject([{ side: "sponsor", reason: "exchange" }]);
    await city.setNow("2026-12-08T02:00:00Z");
    await sign(await aCivilServant(city.app));
    const proposed = await propose();
    expect(proposed.map(([code]) => code)).toEqual([person.code]);
    expect(proposed[0]![1]).not.toBe(await codeOf(sponsor));
  });
});

test("no other role reaches a hold, and a sponsor sees of the own alone that there is one", async () => {
  await stop(sponsor, "no-reason");
  const stranger = await aCivilServant(city.app);
  const of = async (actor: Actor) => readRowsAs(city.app, actor, "select id from app.replacement_holds");
  expect(await of(stranger)).toEqual([]);
  expect(await of(anActor(city.app, "BKP"))).toEqual([]);
  await expect(of(anActor(city.app, "OPR", places.naras.code))).rejects.toThrow("permission denied");
  await expect(getHolds(city.app, anActor(city.app, "AUD"))).rejects.toMatchObject({ code: "forbidden" });
});
