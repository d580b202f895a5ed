import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app";
import { makeCard } from "#cards";
import {
  anActor,
  anEndorsedPerson,
  aSponsoredWorker,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  receiveMonths,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { listTasks } from "#tasks";
import { drainToEmpty } from "#work";
import {
  confirmIncidentReport,
  correctIncidentDay,
  followIncidentReport,
  getIncidentReport,
  linkIncidentReport,
  listIncidentReports,
  mergeIncidentReports,
  refuteIncidentReport,
  sendIncidentReport,
  takeIncidentReport,
  trackIncident,
} from "./index.ts";

const city = testDatabase();
const nobody = () => publicActor(city.app.config.regionCode);
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
});

const inDecember = () => city.setNow("2026-12-20T03:00:00Z");

const said = {
  kind: "death",
  name: "Pak Buyuang",
  cardCode: "",
  village: places.naras.code as string,
  on: "2026-12-18",
  time: "",
  place: "di rumah",
  teller: "neighbour",
  phone: "0812 3456 7321",
  tellerName: "Upik",
};

async function sent(more: Partial<typeof said> = {}) {
  const answer = await sendIncidentReport(city.app, nobody(), { ...op(), ...said, ...more });
  if (answer.outcome !== "received") throw new Error(JSON.stringify(answer));
  return answer;
}

async function linked(person: ThreadPerson, more: Partial<typeof said> = {}) {
  const report = await sent(more);
  const link = { ...op(), reportId: report.reportId, personCode: person.code };
  expect(await linkIncidentReport(city.app, operator, link)).toEqual({ outcome: "linked" });
  return report;
}

const confirm = (reportId: string, more: object = {}, by: Actor = operator) =>
  confirmIncidentReport(city.app, by, {
    ...op(),
    reportId,
    kind: "death",
    on: "2026-12-18",
    evidence: "village-letter",
    ...more,
  });
const refute = (reportId: string) =>
  refuteIncidentReport(city.app, operator, { ...op(), reportId, refutal: "alive" });

/** Everything that a death changes, once the work that follows is done. */
async function standing() {
  await drainToEmpty(city.app);
  const rows = (query: string) => readRows(city.app, query);
  return {
    register: await rows("select id, died_on, moved_on from app.persons order by id"),
    pledges: await rows("select * from app.pledges order by id"),
    sponsorships: await rows("select * from app.sponsorships order by id"),
    enrolments: await rows("select * from app.enrolments order by id"),
    obligations: await rows("select * from app.obligations order by id"),
    cover: await rows(
      "select to_jsonb(s) - '{at,trace,evidence}'::text[] as s from app.cover_states s order by person_id",
    ),
    refunds: await rows(
      "select month, reason, amount_rupiah from app.refund_lines where closed_at is null order by month",
    ),
  };
}

describe("anybody reports", () => {
  beforeEach(inDecember);

  test("and gets a code; names and number lie sealed, and no login of the public reads or writes the table", async () => {
    const { incidentCode } = await sent();
    expect(incidentCode).toMatch(/^[2-9CDFHJKMNPQRTVWX]{12}$/);
    const [row] = await readRows<{ all: string }>(
      city.app,
      "select r::text as all from app.incident_reports r",
    );
    for (const secret of ["Buyuang", "Upik", "7321", "rumah"]) expect(row!.all).not.toContain(secret);
    for (const query of [
      "select id from app.incident_reports",
      "insert into app.incident_report_steps (step) values ('report')",
    ])
      await expect(readRowsAs(city.app, nobody(), query)).rejects.toMatchObject({ code: "42501" });
  });

  test("about a worker or about nobody, and is answered alike", async () => {
    const person = await anEndorsedPerson(city.app);
    await makeCard(city.app, operator, { ...op(), personCode: person.code });
    const [card] = await readRows<{ code: string }>(city.app, "select code from app.worker_cards");
    const shapes = [
      await sent({ cardCode: card!.code }),
      await sent({ cardCode: "7T4M2QXCFHJK" }),
      await sent(),
    ];
    expect(new Set(shapes.map((answer) => Object.keys(answer).join())).size).toBe(1);
    const tracked = await Promise.all(
      shapes.map(({ incidentCode }) => trackIncident(city.app, nobody(), { incidentCode })),
    );
    expect(new Set(tracked.map((found) => JSON.stringify({ ...found, receivedAt: null }))).size).toBe(1);
  });

  test("twice with one form once, and is told what has to be mended", async () => {
    const once = { ...op(), ...said };
    const first = await sendIncidentReport(city.app, nobody(), once);
    expect(await sendIncidentReport(city.app, nobody(), once)).toEqual(first);
    const wrong = { ...op(), ...said, name: "", kind: "?", on: "2027-01-01", phone: "12", time: "25.00" };
    expect(await sendIncidentReport(city.app, nobody(), wrong)).toEqual({
      outcome: "refused",
      mend: ["kind", "name", "on", "time", "phone"],
    });
    await expect(sent({ name: "NIK 1377920105790001" })).rejects.toMatchObject({
      code: "identity-number-in-note",
    });
  });

  test("but not without end from one place", async () => {
    for (let n = 0; n < 5; n += 1) await sent();
    await expect(sent()).rejects.toMatchObject({ code: "rate-limited" });
    for (let n = 0; n < 5; n += 1)
      expect(await trackIncident(city.app, nobody(), { incidentCode: "7T4M2QXCFHJK" })).toBeNull();
    await expect(trackIncident(city.app, nobody(), { incidentCode: "7T4M2QXCFHJK" })).rejects.toMatchObject({
      code: "rate-limited",
    });
  });
});

describe("the desk", () => {
  beforeEach(inDecember);

  test("of the own village sees what was told, others do not; one of no known village is the data officers'", async () => {
    const { reportId } = await sent();
    const lost = await sent({ village: "" });
    const { told } = await getIncidentReport(city.app, operator, { reportId });
    expect(told).toMatchObject({ name: "Pak Buyuang", phone: "+6281234567321" });
    const stranger = anActor(city.app, "OPR", places.kampung.code);
    await expect(getIncidentReport(city.app, stranger, { reportId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await readRowsAs(city.app, stranger, "select id from app.incident_reports")).toEqual([]);
    const decide = {
      ...op(),
      reportId,
      otherReportId: lost.reportId,
      personCode: "",
      on: "",
      kind: "",
      evidence: "",
      refutal: "alive",
    };
    for (const act of [
      linkIncidentReport,
      confirmIncidentReport,
      correctIncidentDay,
      refuteIncidentReport,
      mergeIncidentReports,
    ]) {
      await expect(act(city.app, stranger, { ...decide, ...op() })).rejects.toMatchObject({
        code: "not-found",
      });
      for (const role of ["KDS", "MGR", "AUD"] as const)
        await expect(
          act(city.app, anActor(city.app, role, places.naras.code), { ...decide, ...op() }),
        ).rejects.toMatchObject({
          code: "forbidden",
        });
    }
    const seen = (await listIncidentReports(city.app, operator, {})).rows;
    expect(seen.map(({ id }) => id)).toEqual([reportId]);
    expect(JSON.stringify(seen)).not.toMatch(/Buyuang|7321/);
    const data = anActor(city.app, "DAT");
    expect((await listIncidentReports(city.app, data, {})).counts.reported).toBe(2);
    for (const [filter, n] of [
      [{ villageCode: places.naras.code }, 1],
      [{ villageCode: places.kampung.code }, 0],
      [{ kind: "death" }, 2],
      [{ kind: "work-accident" }, 0],
    ] as const)
      expect((await listIncidentReports(city.app, data, filter)).rows).toHaveLength(n);
    const person = await anEndorsedPerson(city.app);
    await linkIncidentReport(city.app, data, { ...op(), reportId: lost.reportId, personCode: person.code });
    expect((await listIncidentReports(city.app, operator, {})).rows).toHaveLength(2);
  });

  test("is offered whom the card or the name may mean, and links nobody by itself", async () => {
    const person = await anEndorsedPerson(city.app);
    await makeCard(city.app, operator, { ...op(), personCode: person.code });
    const [card] = await readRows<{ code: string }>(city.app, "select code from app.worker_cards");
    const [{ fullName } = { fullName: "" }] = await readRows<{ fullName: string }>(
      city.app,
      "select full_name from app.persons where id = ?",
      person.id,
    );
    const byCard = await sent({ cardCode: card!.code });
    const byName = await sent({ name: fullName });
    const suggestedOf = async ({ reportId }: { readonly reportId: string }) =>
      (await getIncidentReport(city.app, operator, { reportId })).suggested.map(({ code, by }) => [code, by]);
    expect(await suggestedOf(byCard)).toEqual([[person.code, "card"]]);
    expect(await suggestedOf(byName)).toEqual([[person.code, "name"]]);
    expect(await confirm(byCard.reportId)).toEqual({ outcome: "refused", reasons: ["not-linked"] });
  });

  test("that took the call is not the second person, and a day of no calendar is refused", async () => {
    const person = await anEndorsedPerson(city.app);
    const taken = await takeIncidentReport(city.app, operator, { ...op(), ...said });
    const { reportId } = taken as Extract<typeof taken, { readonly outcome: "received" }>;
    await linkIncidentReport(city.app, operator, { ...op(), reportId, personCode: person.code });
    expect(await confirm(reportId, { evidence: "second-person" })).toMatchObject({
      reasons: ["same-person"],
    });
    expect(await confirm(reportId, { on: "2026-12-21" })).toMatchObject({ reasons: ["in-the-future"] });
    expect(await confirm(reportId, { kind: "work-accident-death" })).toMatchObject({
      reasons: ["accident-missing"],
    });
    expect(await confirm(reportId, { evidence: "second-person" }, anActor(city.app, "DAT"))).toMatchObject({
      outcome: "confirmed",
    });
  });
});

/** A worker of a sponsor, for whom three months were paid. */
async function paidWorker() {
  const { person } = await aSponsoredWorker(city.app);
  await receiveMonths(city.app, person, ...["2026-11", "2026-12", "2027-01"].map(month));
  await inDecember();
  return person;
}

describe("a death that was paid for beyond", () => {
  test("confirmed, corrected and refuted, it leaves pledge, obligations, cover and refunds as they were", async () => {
    const person = await paidWorker();
    const before = await standing();
    const { reportId } = await linked(person);
    expect(await standing()).toEqual(before);
    expect(await confirm(reportId)).toMatchObject({ outcome: "confirmed" });
    const dead = await standing();
    expect(dead.register).toContainEqual({ id: person.id, diedOn: "2026-12-18", movedOn: null });
    expect(dead.cover).not.toEqual(before.cover);
    expect(await correctIncidentDay(city.app, operator, { ...op(), reportId, on: "2026-12-10" })).toEqual({
      outcome: "corrected",
    });
    const corrected = await standing();
    expect(corrected.register).toContainEqual({ id: person.id, diedOn: "2026-12-10", movedOn: null });
    expect(await correctIncidentDay(city.app, operator, { ...op(), reportId, on: "2026-12-18" })).toEqual({
      outcome: "corrected",
    });
    expect(await standing()).toEqual(dead);
    expect(await refute(reportId)).toEqual({ outcome: "refuted" });
    expect(await standing()).toEqual(before);
    expect(await refute(reportId)).toEqual({ outcome: "refused", reasons: ["closed"] });
  });
});

describe("a reported death is not yet a death", () => {
  beforeEach(inDecember);

  test("a death at work keeps two days, and its clock runs from the accident", async () => {
    const person = await anEndorsedPerson(city.app);
    const { reportId } = await linked(person, { kind: "unsure", time: "14.06" });
    const days = { kind: "work-accident-death", on: "2026-12-18", accidentOn: "2026-12-17" };
    expect(await confirm(reportId, days)).toMatchObject({ outcome: "confirmed" });
    expect(await readRows(city.app, "select happened_on, accident_on from app.life_events")).toEqual([
      { happenedOn: "2026-12-18", accidentOn: "2026-12-17" },
    ]);
    const { until } = await getIncidentReport(city.app, operator, { reportId });
    expect(until).toBe(Date.parse("2026-12-19T14:06:00+07:00"));
  });

  test("once it is sure, family and BPJS are a task of operator and manager, until somebody says that it is done", async () => {
    const person = await anEndorsedPerson(city.app);
    const { reportId, incidentCode } = await linked(person);
    const waits = async (actor: Actor) =>
      (await listTasks(city.app, actor))
        .map(({ code }) => code)
        .filter((code) => code.endsWith("-incidents"));
    const manager = anActor(city.app, "MGR");
    expect(await waits(operator)).toEqual(["confirm-incidents"]);
    expect(await waits(manager)).toEqual([]);
    await confirm(reportId);
    expect([await waits(operator), await waits(manager)]).toEqual([
      ["follow-incidents"],
      ["follow-incidents"],
    ]);
    expect(await followIncidentReport(city.app, manager, { ...op(), reportId })).toEqual({
      outcome: "followed",
    });
    expect(await waits(manager)).toEqual([]);
    const found = await trackIncident(city.app, nobody(), { incidentCode: `KJ-${incidentCode}` });
    expect(found).toMatchObject({ state: "confirmed", followedAt: expect.any(Date) as Date });
  });

  test("two reports of one death are one: both codes tell where it stands, through a third one too", async () => {
    const person = await anEndorsedPerson(city.app);
    const kept = await linked(person);
    const [second, third] = [await sent({ phone: "" }), await sent({ phone: "" })];
    const merge = (reportId: string, otherReportId: string) =>
      mergeIncidentReports(city.app, operator, { ...op(), reportId, otherReportId });
    expect(await merge(third.reportId, second.reportId)).toEqual({ outcome: "merged" });
    await confirm(kept.reportId);
    expect(await merge(second.reportId, kept.reportId)).toEqual({ outcome: "merged" });
    expect(await merge(second.reportId, kept.reportId)).toEqual({
      outcome: "refused",
      reasons: ["not-reported"],
    });
    for (const { incidentCode } of [kept, second, third])
      expect(await trackIncident(city.app, nobody(), { incidentCode })).toMatchObject({ state: "confirmed" });
    expect(await readRows(city.app, "select count(*)::int as n from app.life_events")).toEqual([{ n: 1 }]);
  });

  test("a death that the register knows is confirmed with that day, and refuting it takes back nothing of others", async () => {
    const person = await anEndorsedPerson(city.app);
    const first = await linked(person);
    await confirm(first.reportId);
    const second = await linked(person);
    expect(await confirm(second.reportId, { on: "2026-12-17" })).toMatchObject({
      reasons: ["already-known"],
    });
    expect(await confirm(second.reportId)).toMatchObject({ outcome: "confirmed" });
    await refute(second.reportId);
    expect(await readRows(city.app, "select died_on from app.persons where id = ?", person.id)).toEqual([
      { diedOn: "2026-12-18" },
    ]);
  });
});
