import { Client } from "pg";
import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { editPerson, getCorrections } from "#corrections";
import { confirmIncidentReport, linkIncidentReport, takeIncidentReport } from "#incident-reports";
import { fundByCity } from "#matching";
import { composePacket, decideRed, sendPacket } from "#packets";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { listTasks } from "#tasks";
import { addWorkEvidence } from "#work-evidence";
import {
  answerVisit,
  drawVisitSample,
  listCaughtRefusals,
  listClaimability,
  listVisitSample,
} from "./index.ts";

const city = testDatabase();
let manager: Actor;
let operator: Actor;
const op = () => ({ operationId: city.app.newId() });

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = aSteppedUpActor(city.app, "MGR");
  operator = anActor(city.app, "OPR", places.naras.code);
});

async function ready(...wishes: readonly Parameters<typeof anEndorsedPerson>[1][]) {
  const persons = [];
  for (const wish of wishes) persons.push(await anEndorsedPerson(city.app, wish));
  const { funded } = await fundByCity(city.app, manager, {
    ...op(),
    personIds: persons.map(({ id }) => id),
    fundSource: "apbd",
  });
  return persons.map((person, index) => ({ ...person, enrolmentId: funded[index]!.enrolmentId }));
}

const compose = () => composePacket(city.app, manager, { ...op(), month: month("2026-11") });
async function draft() {
  const answer = await compose();
  if (answer.outcome !== "composed") throw new Error(JSON.stringify(answer));
  return answer.packets[0]!;
}
const send = (packet: { readonly packetId: string; readonly version: number }, confirmCount: number) =>
  sendPacket(city.app, manager, {
    ...op(),
    packetId: packet.packetId,
    version: packet.version,
    confirmCount,
  });
const list = (actor: Actor, asked: object = {}) => listClaimability(city.app, actor, asked);
const decide = (enrolmentId: string, decision: string, reason: string) =>
  decideRed(city.app, manager, { ...op(), enrolmentId, decision, reason });

async function sayIll(person: { readonly code: string }, illness: "none" | "grave") {
  const { version } = await getCorrections(city.app, operator, { personCode: person.code });
  const answer = await editPerson(city.app, operator, {
    ...op(),
    personCode: person.code,
    version,
    fields: { illness },
    source: "visit",
    toldOn: "2026-11-20",
  });
  expect(answer).toMatchObject({ outcome: "recorded" });
}

const witness = (person: { readonly code: string }) =>
  addWorkEvidence(city.app, operator, {
    ...op(),
    personCode: person.code,
    kind: "seen-at-work",
    shows: "menjual ikan",
    seenOn: "2026-10-01",
  });

describe("before a packet goes out", () => {
  test("each person is judged with everything that is missing, alike for the village and for the city", async () => {
    await ready({});
    const [seen] = (await list(manager)).rows;
    expect(seen).toMatchObject({ result: "amber", needsDecision: false });
    expect(seen!.missing).toEqual(expect.arrayContaining(["evidence-missing", "illness-not-asked"]));
    expect((await list(operator)).rows[0]!.missing).toEqual(seen!.missing);
    expect((await list(anActor(city.app, "OPR", places.kampung.code))).rows).toEqual([]);
  });

  test("what the village adds leaves the list of what is missing, and its task", async () => {
    const [person] = await ready({});
    const waits = async () => (await listTasks(city.app, operator)).map(({ code }) => code);
    expect(await waits()).toContain("complete-before-sending");
    await witness(person!);
    await sayIll(person!, "none");
    const { missing } = (await list(operator)).rows[0]!;
    expect(missing).not.toContain("evidence-missing");
    expect(missing).not.toContain("illness-not-asked");
  });

  test("a grave illness makes red; the village reads why, the manager only that there is something to ask the village", async () => {
    const [person] = await ready({});
    await sayIll(person!, "grave");
    expect((await list(operator)).rows[0]).toMatchObject({ result: "red", needsDecision: true });
    expect((await list(operator)).rows[0]!.missing).toContain("gravely-ill");
    const forManager = JSON.stringify(await list(manager));
    expect(forManager).toContain("told-by-village");
    expect(forManager).not.toMatch(/gravely|illness/);
  });

  test("the list is narrowed by result and by what is missing, and the counts stay those of all", async () => {
    const [first] = await ready({}, {});
    await sayIll(first!, "grave");
    const red = await list(manager, { show: "red" });
    expect(red.rows).toHaveLength(1);
    expect(red.counts).toMatchObject({ red: 1, amber: 1, green: 0, held: 0, toDecide: 1, all: 2 });
    expect((await list(manager, { lack: "evidence-missing" })).total).toBe(2);
    expect((await list(manager, { lack: "too-old" })).total).toBe(0);
  });
});

describe("somebody red", () => {
  test("is not sent before a person decided, and goes along once one did with a reason", async () => {
    const [sick, well] = await ready({}, {});
    const packet = await draft();
    await sayIll(sick!, "grave");
    expect(await send(packet, 2)).toEqual({
      outcome: "refused",
      reasons: [{ reason: "red-undecided", personCodes: [sick!.code] }],
    });
    expect(await decide(sick!.enrolmentId, "send", "completed")).toMatchObject({
      reasons: ["without-reason"],
    });
    expect(await decide(well!.enrolmentId, "hold", "to-be-completed")).toMatchObject({
      reasons: ["not-red"],
    });
    expect(await decide(sick!.enrolmentId, "send", "seen-in-person")).toEqual({ outcome: "sent-anyway" });
    expect(await send(packet, 2)).toMatchObject({ outcome: "sent", lines: 2 });
  });

  test("is sent as everybody where the city asks for no decision", async () => {
    const [sick] = await ready({});
    const packet = await draft();
    await sayIll(sick!, "grave");
    await readRows(
      city.app,
      `insert into app.settings (region_code, name, value, confirmed, source, changed_at)
       values ('13.77', 'claimability-red-needs-decision', 'false', true, 'uji', now())`,
    );
    expect(await send(packet, 1)).toMatchObject({ outcome: "sent" });
  });

  test("who is held back leaves the draft, stays out of the next, is told by name of the reason, and comes back once released", async () => {
    const [sick, well] = await ready({}, {});
    await draft();
    await sayIll(sick!, "grave");
    expect(await decide(sick!.enrolmentId, "hold", "to-be-completed")).toEqual({ outcome: "held" });
    const held = await list(manager, { show: "held" });
    expect(held.rows).toMatchObject([
      {
        person: { code: sick!.code },
        decision: { reason: "to-be-completed", role: "MGR" },
        packetCode: null,
      },
    ]);
    expect(held.counts).toMatchObject({ red: 0, held: 1, toDecide: 0, all: 2 });
    const again = await compose();
    expect(again).toMatchObject({ outcome: "refused", reasons: ["nothing-can-go"] });
    expect(again.leftOut).toEqual([
      { enrolmentId: sick!.enrolmentId, personCode: sick!.code, reasons: ["held-back"] },
    ]);
    expect(well).toBeDefined();
    expect(await decide(sick!.enrolmentId, "release", "completed")).toEqual({ outcome: "released" });
    expect(await compose()).toMatchObject({ outcome: "composed", packets: [{ lines: 1 }] });
  });

  test("no illness stands in the decision, in the trail or in a task", async () => {
    const [sick] = await ready({});
    await sayIll(sick!, "grave");
    await decide(sick!.enrolmentId, "hold", "to-be-completed");
    const kept = await readRows(
      city.app,
      `select row_to_json(d)::text from app.claimability_decisions d union all
       select row_to_json(e)::text from audit.entries e where e.action = 'packet.decide-red'`,
    );
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toMatch(/gravely|illness/);
  });

  test("is decided on by the manager alone, and of the own city", async () => {
    const [sick] = await ready({});
    await sayIll(sick!, "grave");
    const asked = { ...op(), enrolmentId: sick!.enrolmentId, decision: "hold", reason: "to-be-completed" };
    await expect(decideRed(city.app, operator, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      decideRed(city.app, manager, { ...asked, ...op(), enrolmentId: city.app.newId() }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a sample to be visited", () => {
  test("is drawn by a seed of the database: the same seed draws the same people of the same list", async () => {
    await ready({}, {}, {}, { place: places.kampung });
    expect(await drawVisitSample(city.app, manager, op())).toEqual({
      outcome: "drawn",
      drawn: 2,
      population: 4,
    });
    const drawn = await readRows<{ enrolmentId: string }>(
      city.app,
      "select enrolment_id from app.visit_sample_members order by 1",
    );
    const again = await readRows<{ enrolmentId: string }>(
      city.app,
      `select id as enrolment_id from (select e.id, row_number() over (partition by e.village_code
         order by sha256(convert_to(s.seed || e.id::text, 'UTF8'))) as place
       from app.enrolments e, app.visit_samples s) c where place = 1 order by 1`,
    );
    expect(drawn).toEqual(again);
  });

  test("an answer is given once, counts as what it is, and who has none counts as unanswered", async () => {
    await ready({}, { place: places.kampung });
    await drawVisitSample(city.app, manager, op());
    const { rows, open } = await listVisitSample(city.app, operator, {});
    expect(open).toBe(1);
    const answer = (found: string) =>
      answerVisit(city.app, operator, { ...op(), visitId: rows[0]!.id, found });
    expect(await answer("asleep")).toMatchObject({ reasons: ["without-answer"] });
    expect(await answer("not-working")).toEqual({ outcome: "answered" });
    expect(await answer("working")).toMatchObject({ reasons: ["answered-already"] });
    const { samples } = await listVisitSample(city.app, manager, {});
    expect(samples[0]!.counts).toEqual({ drawn: 2, working: 0, notWorking: 1, notFound: 0, unanswered: 1 });
    expect((await list(operator)).rows[0]!.missing).toContain("found-not-working");
  });

  test("another village neither sees nor answers it, and nobody is drawn where nobody waits", async () => {
    expect(await drawVisitSample(city.app, manager, op())).toMatchObject({ reasons: ["nobody-waits"] });
    await ready({});
    await drawVisitSample(city.app, manager, op());
    const [visit] = (await listVisitSample(city.app, operator, {})).rows;
    const stranger = anActor(city.app, "OPR", places.kampung.code);
    expect((await listVisitSample(city.app, stranger, {})).rows).toEqual([]);
    await expect(
      answerVisit(city.app, stranger, { ...op(), visitId: visit!.id, found: "working" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a refused claim shows the city which check would have caught it, and no village and nobody's name", async () => {
  const { personId, code } = await anAccidentCase();
  await asOwner(
    `update app.claims set state = 'refused', refusal = 'ill-at-enrolment', handed_in_on = '2026-11-10', estimate = '{"total": 0}'
     where person_id = $1`,
    [personId],
  );
  const caught = await listCaughtRefusals(city.app, manager, {});
  expect(caught).toMatchObject([{ refusal: "ill-at-enrolment", count: 1 }]);
  expect(caught[0]!.checks).toContain("gravely-ill");
  expect(JSON.stringify(caught)).not.toContain(code);
  expect(await listCaughtRefusals(city.app, operator, {})).toEqual([]);
});

async function anAccidentCase() {
  const person = await anEndorsedPerson(city.app);
  const report = await takeIncidentReport(city.app, anActor(city.app, "KDS", places.naras.code), {
    ...op(),
    kind: "work-accident",
    name: "Pak Buyuang",
    cardCode: "",
    village: "",
    on: "2026-11-01",
    time: "",
    place: "",
    teller: "family",
    phone: "",
    tellerName: "",
  });
  const { reportId } = report as { readonly reportId: string };
  await linkIncidentReport(city.app, operator, { ...op(), reportId, personCode: person.code });
  const told = { kind: "work-accident", on: "2026-11-01", evidence: "hospital-letter" };
  expect(await confirmIncidentReport(city.app, operator, { ...op(), reportId, ...told })).toMatchObject({
    outcome: "confirmed",
  });
  return { personId: person.id, code: person.code };
}

async function asOwner(text: string, values: readonly unknown[]): Promise<void> {
  const owner = new Client(city.url);
  await owner.connect();
  await owner.query(text, [...values]);
  await owner.end();
}
