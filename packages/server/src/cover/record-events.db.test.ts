import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { inTransaction } from "#database";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  type ThreadPerson,
  testDatabase,
} from "#testing";
import { explainPersonCover } from "./explain-person-cover.ts";
import {
  type OfEnrolment,
  recordAnswers,
  recordPayments,
  recordRegistrations,
  type Recording,
  takeBack,
} from "./record-events.ts";
import { recordLifeEvent } from "./record-life-event.ts";
import { refreshAllCover } from "./refresh-all-cover.ts";

const city = testDatabase();
let manager: Actor;
let worker: ThreadPerson;
let of: OfEnrolment;
const batch = { type: "import-batch", id: "batch-1" } as const;
const on = civilDate("2026-11-05");

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  worker = await anEndorsedPerson(city.app);
  const { code, kecamatan } = places.naras;
  of = {
    personId: worker.id,
    villageCode: code,
    kecamatanCode: kecamatan,
    enrolmentId: city.app.newId(),
  };
});

const as = <T>(actor: Actor, work: (step: Recording) => Promise<T>) =>
  inTransaction(city.app, actor, (tx) => work({ app: city.app, tx, actor }));
const stateNow = async () =>
  (await explainPersonCover(city.app, manager, { personCode: worker.code })).explanation.state;
const lastEvent = async (type: string) =>
  (
    await readRows<{ id: string }>(
      city.app,
      `select id from app.cover_events where type = '${type}' order by recorded_at desc, id desc limit 1`,
    )
  )[0]!.id;
const registered = () =>
  as(manager, (step) =>
    recordRegistrations(step, "packet-1", [
      {
        ...of,
        payer: "pooled-asn",
        wadah: "SG",
        programmes: ["jkk", "jkm"],
        segment: "bpu",
        baseRupiah: 1_000_000,
      },
    ]),
  );
const accepted = (batchId: string) =>
  as(manager, (step) => recordAnswers(step, batchId, [{ ...of, answer: "accepted", on, reason: null }]));
const paid = (naturalKey: string) =>
  as(manager, (step) =>
    recordPayments(step, "batch-2", [
      {
        ...of,
        id: step.app.newId(),
        month: month("2026-11"),
        on: civilDate("2026-11-06"),
        payer: "pooled-asn",
        details: {},
        naturalKey,
      },
    ]),
  );
const takenBack = async (type: string) => {
  const eventIds = [await lastEvent(type)];
  return as(manager, (step) => takeBack(step, { eventIds, evidence: batch }));
};

const told = (kind: "died" | "moved" | "formal-job", day: string, actor: Actor) =>
  as(actor, (step) =>
    recordLifeEvent(step, { personId: worker.id, kind, on: civilDate(day), source: "family" }),
  );

describe("an event that is taken back", () => {
  test("counts as never told when it was a result, whatever came after", async () => {
    await registered();
    await accepted("batch-1");
    await takenBack("accepted");
    expect(await stateNow()).toBe("waiting");
    await accepted("batch-3");
    await paid("paid|2026-11|A");
    expect(await stateNow()).toBe("covered");
  });

  test("leaves the month unpaid when it was a payment", async () => {
    await registered();
    await accepted("batch-1");
    await paid("paid|2026-11|A");
    await takenBack("paid");
    expect(await stateNow()).toBe("waiting-first-payment");
  });

  test("is named by exactly one reversal, however often it is taken back, and its row stays", async () => {
    await registered();
    const id = await lastEvent("registered");
    await takenBack("registered");
    await takenBack("registered");
    expect(
      await readRows(city.app, "select type, reverses from app.cover_events order by recorded_at, id"),
    ).toEqual([
      { type: "registered", reverses: null },
      { type: "reversed", reverses: id },
    ]);
    expect(await readRows(city.app, "select id from app.standing_events")).toEqual([]);
  });

  test("is of the same person and enrolment as its reversal, whoever writes it", async () => {
    await registered();
    const statement = `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, type,
        effective_on, recorded_at, evidence_type, evidence_id, natural_key, reverses)
      select region_code, '${city.app.newId()}', village_code, kecamatan_code, person_id, 'reversed', effective_on,
        recorded_at, 'report', 'x', 'x', id from app.cover_events`;
    const operator = anActor(city.app, "OPR", places.naras.code);
    await expect(readRowsAs(city.app, operator, statement)).rejects.toMatchObject({ code: "23514" });
  });
});

describe("an event of life", () => {
  test("reaches the clock, is known when told again, and is as if never told once taken back", async () => {
    await registered();
    await accepted("batch-1");
    await paid("paid|2026-11|A");
    const operator = anActor(city.app, "OPR", places.naras.code);
    const first = await told("died", "2026-11-15", operator);
    expect(first).toMatchObject({ outcome: "recorded", on: "2026-11-15" });
    expect(await stateNow()).toBe("died");
    expect(await told("died", "2026-11-16", operator)).toEqual({ ...first, outcome: "known" });
    const evidence = { type: "report", id: "mistaken" } as const;
    await as(operator, (step) => takeBack(step, { eventIds: [first.eventId], evidence }));
    expect(await stateNow()).toBe("covered");
    expect(await told("died", "2026-11-15", operator)).toMatchObject({ outcome: "recorded" });
    expect(await stateNow()).toBe("died");
  });

  test("may be told by a data officer of the city too, but by no village of somebody else's person", async () => {
    expect(await told("formal-job", "2026-11-15", anActor(city.app, "DAT"))).toMatchObject({
      outcome: "recorded",
    });
    const elsewhere = anActor(city.app, "OPR", places.kampung.code);
    await expect(told("moved", "2026-11-15", elsewhere)).rejects.toMatchObject({ code: "not-found" });
  });

  test("asks for the cover of the person to be folded anew", async () => {
    await told("moved", "2026-11-15", anActor(city.app, "OPR", places.naras.code));
    const work = await readRows(
      city.app,
      "select payload from app.work where topic = 'cover.refresh' order by id desc limit 1",
    );
    expect(work).toEqual([{ payload: { personIds: [worker.id] } }]);
    expect(await refreshAllCover(city.app)).toMatchObject({ persons: 1 });
  });

  test("a village tells nothing but events of life", async () => {
    const operator = anActor(city.app, "OPR", places.naras.code);
    const asOperator = as(operator, (step) =>
      recordAnswers(step, "batch-1", [{ ...of, answer: "accepted", on, reason: null }]),
    );
    await expect(asOperator).rejects.toMatchObject({ code: "42501" });
  });
});
