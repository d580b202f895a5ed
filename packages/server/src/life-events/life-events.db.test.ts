import { type CivilDate, civilDate } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#app";
import { may } from "#access";
import { explainPersonCover, refreshCover } from "#cover";
import { judgePersons } from "#eligibility";
import { fundByCity } from "#matching";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { getWorker } from "#workers";
import { listTasks } from "#tasks";
import {
  handleLifeEvent,
  type LifeEventKind,
  listEventsToFollow,
  listLifeEvents,
  recordLifeEvent,
  undoLifeEvent,
} from "./index.ts";

const city = testDatabase();
let operator: Actor;
let worker: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  worker = await anEndorsedPerson(city.app);
});

const tell = (kind: LifeEventKind, on: string, by: Actor = operator, note?: string) =>
  recordLifeEvent(city.app, by, {
    operationId: city.app.newId(),
    personCode: worker.code,
    kind,
    on: civilDate(on),
    document: "family",
    ...(note === undefined ? {} : { note }),
  });

const told = async (kind: LifeEventKind, on: string): Promise<string> => {
  const answer = await tell(kind, on);
  if (answer.outcome !== "recorded") throw new Error(JSON.stringify(answer));
  return answer.lifeEventId;
};

const undo = (lifeEventId: string, by: Actor = operator) =>
  undoLifeEvent(city.app, by, { operationId: city.app.newId(), lifeEventId });

/** All that an event changes, after the work that follows it. */
async function standing() {
  const { app } = city;
  await judgePersons(app, { personIds: [worker.id] });
  await refreshCover(app, { personIds: [worker.id] });
  const [register] = await readRows(app, "select died_on, moved_on from app.persons where id = ?", worker.id);
  const { explanation } = await explainPersonCover(app, operator, { personCode: worker.code });
  const { stage, judgement } = await getWorker(app, operator, { personCode: worker.code });
  return { register, explanation, stage, reasons: judgement?.reasons };
}

const rowsOf = (query: string) => readRows<Record<string, unknown>>(city.app, query);

/** Notices are read by those they are for. */
const noticesOf = (reader: Actor) =>
  readRowsAs(city.app, reader, "select kind, payload->>'personCode' as code from app.notifications");

describe("a death", () => {
  test("stands in the register, stops the clock, and is judged", async () => {
    await told("died", "2026-11-20");
    const { register, explanation, stage, reasons } = await standing();
    expect(register).toEqual({ diedOn: "2026-11-20", movedOn: null });
    expect(stage).toBe("died");
    expect(explanation.state).toBe("died");
    expect(reasons).toContainEqual(expect.objectContaining({ code: "died" }));
  });

  test("is heard by the managers, written down once, and followed by judgement and cover", async () => {
    const input = {
      operationId: city.app.newId(),
      personCode: worker.code,
      kind: "died",
      on: civilDate("2026-11-20"),
      document: "death-certificate",
    } as const;
    const first = await recordLifeEvent(city.app, operator, input);
    expect(await recordLifeEvent(city.app, operator, input)).toEqual(first);
    expect(await noticesOf(anActor(city.app, "MGR"))).toEqual([
      { kind: "life-event-recorded", code: worker.code },
    ]);
    expect(await noticesOf(operator)).toEqual([]);
    expect(
      await rowsOf(
        "select action, object_id, details->>'kind' as kind from audit.entries where action like 'life%'",
      ),
    ).toEqual([{ action: "life-event.record", objectId: worker.id, kind: "died" }]);
    const topics = await rowsOf("select distinct topic from app.work where done_at is null");
    expect(topics.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(["cover.refresh", "eligibility.judge"]),
    );
  });

  test("told by a data officer is heard by the village too", async () => {
    await tell("died", "2026-11-20", anActor(city.app, "DAT"));
    const notice = { kind: "life-event-recorded", code: worker.code };
    expect(await noticesOf(anActor(city.app, "MGR"))).toEqual([notice]);
    expect(await noticesOf(operator)).toEqual([notice]);
    expect(await noticesOf(anActor(city.app, "OPR", places.kampung.code))).toEqual([]);
  });

  test("is not told twice, nor before it happened", async () => {
    await told("died", "2026-11-20");
    expect(await tell("died", "2026-11-19")).toEqual({ outcome: "refused", reasons: ["already-known"] });
    expect(await tell("formal-job", "2026-11-21")).toEqual({ outcome: "refused", reasons: ["after-death"] });
    expect(await tell("moved-away", "2027-01-01")).toMatchObject({
      reasons: ["in-the-future", "after-death"],
    });
  });

  test("without a day, or of a day that no calendar has, is refused with a reason and written nowhere", async () => {
    const { app } = city;
    const said = { personCode: worker.code, kind: "died", document: "family" } as const;
    const refusal = { outcome: "refused", reasons: ["without-date"] };
    const tellOf = (on: { readonly on?: CivilDate }) =>
      recordLifeEvent(app, operator, { operationId: app.newId(), ...said, ...on });
    expect(await tellOf({})).toEqual(refusal);
    expect(await tellOf({ on: "2026-02-30" as CivilDate })).toEqual(refusal);
    expect((await standing()).register).toEqual({ diedOn: null, movedOn: null });
  });

  test("carries a note without a number of anybody", async () => {
    await expect(tell("died", "2026-11-20", operator, "NIK 1377920105790001")).rejects.toMatchObject({
      code: "identity-number-in-note",
    });
    await tell("died", "2026-11-20", operator, "  kata ketua RT  ");
    const { events } = await listLifeEvents(city.app, operator, { personCode: worker.code });
    expect(events).toMatchObject([{ kind: "died", note: "kata ketua RT", document: "family" }]);
  });
});

describe("undo", () => {
  const kinds: readonly (readonly [LifeEventKind, string])[] = [
    ["died", "2026-11-20"],
    ["moved-away", "2026-11-10"],
    ["formal-job", "2026-11-01"],
  ];

  test.each(kinds)("of %s leaves register, clock and judgement as they were", async (kind, on) => {
    const before = await standing();
    const id = await told(kind, on);
    expect(await standing()).not.toEqual(before);
    expect(await undo(id)).toEqual({ outcome: "undone", personCode: worker.code });
    expect(await standing()).toEqual(before);
    expect(await undo(id)).toEqual({ outcome: "refused", reasons: ["already-undone"] });
    const again = await told(kind, on);
    await undo(again);
    expect(await standing()).toEqual(before);
  });

  test("of a return puts the move back, and moves go back from the last one", async () => {
    const home = await standing();
    const left = await told("moved-away", "2026-10-01");
    const away = await standing();
    expect(away.stage).toBe("moved");
    const back = await told("moved-in", "2026-11-15");
    expect(await standing()).toEqual(home);
    expect(await undo(left)).toEqual({ outcome: "refused", reasons: ["later-move-stands"] });
    await undo(back);
    const { explanation, ...rest } = await standing();
    expect(rest).toEqual({ register: away.register, stage: away.stage, reasons: away.reasons });
    expect(explanation.questions).toEqual(away.explanation.questions);
    await undo(left);
    expect(await standing()).toEqual(home);
  });

  test("of a death keeps a move that was told meanwhile", async () => {
    const death = await told("died", "2026-11-20");
    await told("moved-away", "2026-10-01");
    await undo(death);
    expect((await standing()).register).toEqual({ diedOn: null, movedOn: "2026-10-01" });
  });
});

describe("who may", () => {
  const scopes: Partial<Record<Role, string>> = {
    OPR: places.naras.code,
    KDS: places.naras.code,
    CMT: places.naras.kecamatan,
    BPJ: "cabang",
    BND: "DINSOS",
    WRK: "x",
    SPN: "x",
  };
  const others = roles.filter((role) => !["OPR", "DAT"].includes(role));

  test("is the village's operator and the data officer, nobody else", async () => {
    const id = await told("formal-job", "2026-11-01");
    for (const role of others) {
      const actor = anActor(city.app, role, scopes[role]);
      const refusal = { code: role === "PUB" ? "unauthenticated" : "forbidden" };
      await expect(tell("died", "2026-11-20", actor)).rejects.toMatchObject(refusal);
      await expect(undo(id, actor)).rejects.toMatchObject(refusal);
      expect(may(actor, "worker.life_event.record")).toBe(false);
    }
    expect(await tell("died", "2026-11-20", anActor(city.app, "DAT"))).toMatchObject({ outcome: "recorded" });
  });

  test("is never another village's operator, nor another city's data officer", async () => {
    const id = await told("formal-job", "2026-11-01");
    for (const stranger of [
      anActor(city.app, "OPR", places.kampung.code),
      anActor(city.app, "DAT", undefined, places.elsewhere.region),
    ]) {
      await expect(tell("died", "2026-11-20", stranger)).rejects.toMatchObject({ code: "not-found" });
      await expect(undo(id, stranger)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(
      listLifeEvents(city.app, anActor(city.app, "KDS", places.kampung.code), { personCode: worker.code }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await standing()).register).toEqual({ diedOn: null, movedOn: null });
  });
});

const manager = () => anActor(city.app, "MGR");
const enrol = () =>
  fundByCity(city.app, aSteppedUpActor(city.app, "MGR"), {
    operationId: city.app.newId(),
    personIds: [worker.id],
    fundSource: "apbd",
  });

const toFollow = async () => (await listEventsToFollow(city.app, manager())).rows;
const act = (lifeEventId: string, result: "done" | "not-done", note?: string, by: Actor = manager()) =>
  handleLifeEvent(city.app, by, {
    operationId: city.app.newId(),
    lifeEventId,
    result,
    ...(note === undefined ? {} : { note }),
  });

describe("what has to be acted on", () => {
  test("is a manager's task only where an enrolment or a payer stands", async () => {
    await told("died", "2026-11-20");
    expect(await toFollow()).toEqual([]);
  });

  test("leaves the tasks once it is done, and cannot be undone until it is reopened", async () => {
    expect(await enrol()).toMatchObject({ funded: [{ personCode: worker.code }] });
    const id = await told("formal-job", "2026-11-20");
    expect(await toFollow()).toMatchObject([
      { id, kind: "formal-job", person: { code: worker.code }, isEnrolled: true, isPaidFor: false },
    ]);
    const codes = async () => (await listTasks(city.app, manager())).map(({ code }) => code);
    expect(await codes()).toContain("follow-life-events");
    expect(await act(id, "done", "BPJS diberi tahu lewat surat")).toEqual({ outcome: "kept" });
    expect(await codes()).not.toContain("follow-life-events");
    expect(await act(id, "done")).toEqual({ outcome: "refused", reasons: ["not-standing"] });
    expect(await undo(id)).toEqual({ outcome: "refused", reasons: ["acted-on"] });
    expect((await listEventsToFollow(city.app, manager())).followed).toMatchObject([
      { id, handledNote: "BPJS diberi tahu lewat surat" },
    ]);
    await act(id, "not-done");
    expect(await toFollow()).toHaveLength(1);
    expect(await undo(id)).toMatchObject({ outcome: "undone" });
    expect(await toFollow()).toEqual([]);
  });

  test("is nobody's but a manager's, and the database lets a manager undo nothing", async () => {
    const id = await told("died", "2026-11-20");
    for (const role of roles.filter((of) => of !== "MGR" && of !== "PUB"))
      await expect(
        act(id, "done", undefined, anActor(city.app, role, places.naras.code)),
      ).rejects.toMatchObject({
        code: "forbidden",
      });
    const by = manager();
    const undoing = "update app.life_events set undone_by = ?, undone_at = (select app.now()) where id = ?";
    await expect(readRowsAs(city.app, by, undoing, by.userId, id)).rejects.toMatchObject({ code: "42501" });
  });

  test("a return takes the move from the list", async () => {
    await enrol();
    await told("moved-away", "2026-10-01");
    expect(await toFollow()).toHaveLength(1);
    await told("moved-in", "2026-11-15");
    expect(await toFollow()).toEqual([]);
  });
});

test("a death after an accident keeps both days, and the cover clock is told the day of the accident", async () => {
  const told = {
    operationId: city.app.newId(),
    personCode: worker.code,
    kind: "died",
    document: "family",
  } as const;
  const days = { on: civilDate("2026-11-10"), accidentOn: civilDate("2026-10-28") };
  expect(await recordLifeEvent(city.app, operator, { ...told, ...days })).toMatchObject({
    outcome: "recorded",
  });
  expect(
    await readRows(city.app, "select accident_on::text, happened_on::text from app.life_events"),
  ).toEqual([{ accidentOn: "2026-10-28", happenedOn: "2026-11-10" }]);
  expect(await readRows(city.app, "select details from app.cover_events where type = 'died'")).toEqual([
    { details: { cause: "work-accident", accidentOn: "2026-10-28" } },
  ]);
});
