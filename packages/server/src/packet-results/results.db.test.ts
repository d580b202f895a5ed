import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportedRow } from "@tuwai/domain/intake";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { editPerson, getCorrections } from "#corrections";
import { enrolAgain, listEnrolments } from "#enrolment";
import { fundByCity } from "#matching";
import { startMonthRun } from "#month-runs";
import { composePacket, getPacket } from "#packets";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  aNik,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  places,
  readAs,
  readRows,
  testDatabase,
  undoRows,
  sendReady,
} from "#testing";
import { drainToEmpty } from "#work";
import { resultsApplier } from "./results-applier.ts";

const city = testDatabase();
const november = month("2026-11");
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});

/** Persons in a packet the branch has; one packet per call. */
async function sent(count: number) {
  const { app } = city;
  const persons = [];
  for (let n = 0; n < count; n += 1) persons.push(await anEndorsedPerson(app));
  const personIds = persons.map(({ id }) => id);
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  return { persons, packetId: await sendReady(app, manager, november) };
}

const on = civilDate("2026-11-21");
const results = (rows: readonly ImportedRow[], batchId = city.app.newId(), actor = officer) =>
  applyRows(city.app, actor, { applier: resultsApplier, kind: "enrolment-result", batchId }, rows);
const undo = (batchId: string) =>
  undoRows(city.app, officer, { applier: resultsApplier, kind: "enrolment-result", batchId });
const outcomes = (answers: Awaited<ReturnType<typeof results>>) =>
  answers.map((answer) => ("code" in answer ? answer.code : answer.outcome));

describe("the branch's answer", () => {
  test("accepts by code, else by NIK; the member number is sealed, and the packet is answered when all are", async () => {
    const { app } = city;
    const { persons, packetId } = await sent(2);
    const kpj = aKpj();
    const [one, two] = persons;
    expect(
      outcomes(
        await results([{ personCode: one!.code.toLowerCase(), kpj, result: "accepted", resultOn: on }]),
      ),
    ).toEqual(["applied"]);
    expect(await getPacket(app, manager, { packetId })).toMatchObject({
      state: "sent",
      accepted: 1,
      waiting: 1,
    });
    expect(outcomes(await results([{ nik: two!.nik, result: "accepted", resultOn: on }]))).toEqual([
      "applied",
    ]);
    expect(await getPacket(app, officer, { packetId })).toMatchObject({ state: "answered", accepted: 2 });
    const stored = await readRows<{ id: string; kpjSealed: Buffer; acceptedOn: string }>(
      app,
      "select id, kpj_sealed, accepted_on from app.enrolments where kpj_index is not null",
    );
    expect(stored).toMatchObject([{ acceptedOn: on }]);
    const place = { table: "enrolments", column: "kpj", rowId: stored[0]!.id };
    expect(app.keys.open(stored[0]!.kpjSealed, place)).toBe(kpj);
    const events = await readRows(
      app,
      "select type, effective_on from app.cover_events where type = 'accepted'",
    );
    expect(events).toHaveLength(2);
    const notice = await readAs(app, manager, "select kind from app.notifications");
    expect(notice).toEqual([{ kind: "packet-answered" }]);
  });

  test("that comes in a later month takes back what was owed before it, as BPJS takes no money for that; taken back, it is owed again", async () => {
    const { app } = city;
    const { persons } = await sent(1);
    await city.setNow("2026-12-07T02:00:00Z");
    const batchId = app.newId();
    const december = civilDate("2026-12-07");
    const owed = () =>
      readRows(
        app,
        "select month::text, sum(amount_rupiah)::int as owed from app.obligations where reversed_at is null group by 1",
      );
    await results(
      [{ personCode: persons[0]!.code, kpj: aKpj(), result: "accepted", resultOn: december }],
      batchId,
    );
    expect(await owed()).toEqual([]);
    await startMonthRun(app, manager, { operationId: app.newId(), month: "2026-12" });
    await drainToEmpty(app);
    expect(await owed()).toEqual([{ month: "2026-12-01", owed: 16_800 }]);
    await undo(batchId);
    expect(await owed()).toContainEqual({ month: "2026-11-01", owed: 16_800 });
  });

  test("lets go of what only its form asked for, of those it accepted and of nobody else", async () => {
    const { app } = city;
    const { persons } = await sent(2);
    const operator = anActor(app, "OPR", places.naras.code);
    for (const { code: personCode } of persons) {
      const { version } = await getCorrections(app, operator, { personCode });
      const said = { fields: { motherName: "Rosmaniar" }, source: "card", toldOn: on } as const;
      await editPerson(app, operator, { operationId: app.newId(), personCode, version, ...said });
    }
    await results([
      { personCode: persons[0]!.code, result: "accepted", resultOn: on },
      { personCode: persons[1]!.code, result: "rejected", reason: "NIK", resultOn: on },
    ]);
    await drainToEmpty(app);
    const kept = "select person_id as id from app.person_edits where value_sealed is not null";
    expect(await readRows(app, kept)).toEqual([{ id: persons[1]!.id }]);
    const still = "select id from app.persons where mother_name_sealed is not null";
    expect(await readRows(app, still)).toEqual([{ id: persons[1]!.id }]);
  });

  test("a rejection keeps its reason without long numbers, frees the month and tells the village", async () => {
    const { app } = city;
    const { persons } = await sent(1);
    const { code, nik } = persons[0]!;
    const reason = `NIK ${nik} tidak sesuai Dukcapil`;
    await results([{ personCode: code, result: "rejected", reason, resultOn: on }]);
    const operator = anActor(app, "OPR", places.naras.code);
    const notices = await readAs<{ payload: object }>(
      app,
      operator,
      "select kind, payload from app.notifications",
    );
    expect(notices).toMatchObject([
      { kind: "enrolment-rejected", payload: { personCode: code, reason: "NIK … tidak sesuai Dukcapil" } },
    ]);
    expect(await readRows(app, "select reverse_reason from app.obligations")).toEqual(
      Array.from({ length: 2 }, () => ({ reverseReason: "rejected-by-bpjs" })),
    );
    const [enrolment] = (await listEnrolments(app, manager)).rows;
    expect(enrolment).toMatchObject({ state: "rejected", rejectionReason: "NIK … tidak sesuai Dukcapil" });
    const again = { operationId: app.newId(), enrolmentId: enrolment!.id, version: enrolment!.version };
    expect(await enrolAgain(app, manager, again)).toMatchObject({ outcome: "ready" });
    await sendReady(city.app, manager, november);
    const owed = await readRows(
      app,
      "select programme from app.obligations where reversed_at is null order by 1",
    );
    expect(owed).toEqual([{ programme: "jkk" }, { programme: "jkm" }]);
    expect(outcomes(await results([{ personCode: code, result: "accepted", resultOn: on }]))).toEqual([
      "applied",
    ]);
  });

  test("the same answer again changes nothing; a contradicting one waits for a person", async () => {
    const { app } = city;
    const { persons } = await sent(1);
    const row = { personCode: persons[0]!.code, result: "accepted" as const, resultOn: on };
    await results([row]);
    expect(outcomes(await results([row]))).toEqual(["unchanged"]);
    expect(outcomes(await results([{ ...row, result: "rejected" }]))).toEqual(["E-RESULT-CONFLICT"]);
    expect(await readRows(app, "select type from app.cover_events where type <> 'registered'")).toHaveLength(
      1,
    );
  });

  test("whatever cannot be meant is held back with its reason, and the other rows go on", async () => {
    const { persons } = await sent(3);
    const [one, two, three] = persons;
    const accepted = { result: "accepted" as const, resultOn: on };
    const kpj = aKpj();
    const answers = await results([
      { ...accepted, personCode: "PK-2222-22" },
      { ...accepted, nik: aNik() },
      { ...accepted, personCode: one!.code, nik: two!.nik },
      { ...accepted, personCode: one!.code, resultOn: civilDate("2026-11-01") },
      { ...accepted, personCode: two!.code, kpj },
      { ...accepted, personCode: three!.code, kpj },
      { ...accepted, personCode: one!.code },
    ]);
    expect(outcomes(answers)).toEqual([
      "E-RESULT-UNKNOWN",
      "E-RESULT-UNKNOWN",
      "E-RESULT-IDENTITY",
      "E-RESULT-DATE",
      "applied",
      "E-RESULT-KPJ",
      "applied",
    ]);
  });
});

describe("taking a result back", () => {
  test("lines wait again, the month is owed again, and events are only followed by others", async () => {
    const { app } = city;
    const { persons, packetId } = await sent(2);
    const batchId = app.newId();
    const [one, two] = persons.map(({ code }) => code);
    const rows = [
      { personCode: one!, result: "accepted" as const, resultOn: on, kpj: aKpj() },
      { personCode: two!, result: "rejected" as const, resultOn: on },
    ];
    await results(rows, batchId);
    expect(await undo(batchId)).toEqual({ outcome: "undone" });
    expect(await getPacket(app, manager, { packetId })).toMatchObject({ state: "sent", waiting: 2 });
    const left = await readRows(
      app,
      "select state, kpj_sealed, accepted_on, rejection_reason from app.enrolments",
    );
    expect(left).toEqual(
      Array.from({ length: 2 }, () => ({
        state: "sent",
        kpjSealed: null,
        acceptedOn: null,
        rejectionReason: null,
      })),
    );
    expect(await readRows(app, "select id from app.obligations where reversed_at is null")).toHaveLength(4);
    expect(await readRows(app, "select type from app.cover_events")).toHaveLength(6);
    expect(outcomes(await results(rows))).toEqual(["applied", "applied"]);
  });

  test("is refused while payments rest on it, or when the rejected were put forward anew", async () => {
    const { app } = city;
    const { persons } = await sent(2);
    const [one, two] = persons.map(({ code }) => code);
    const paidBatch = app.newId();
    await results([{ personCode: one!, result: "accepted", resultOn: on }], paidBatch);
    const receipt = {
      personCode: one!,
      month: november,
      amount: 16_800 as never,
      paidOn: on,
      billingCode: "B-1",
    };
    const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
    expect(outcomes(await applyRows(app, officer, file, [receipt]))).toEqual(["applied"]);
    expect(await undo(paidBatch)).toEqual({ outcome: "refused", reason: "payments-rest-on-it", count: 1 });
    await undoRows(app, officer, file);
    expect(await undo(paidBatch)).toEqual({ outcome: "undone" });
    const rejectedBatch = app.newId();
    await results([{ personCode: two!, result: "rejected", resultOn: on }], rejectedBatch);
    const rejected = (await listEnrolments(app, manager, { state: "rejected" })).rows[0]!;
    const again = { operationId: app.newId(), enrolmentId: rejected.id, version: rejected.version };
    await enrolAgain(app, manager, again);
    expect(await undo(rejectedBatch)).toEqual({
      outcome: "refused",
      reason: "enrolments-follow-it",
      count: 1,
    });
  });
});

describe("access", () => {
  test("another branch's file finds nobody, nor does a second city's, nor a draft's people", async () => {
    const { app } = city;
    const { persons } = await sent(1);
    const row = { personCode: persons[0]!.code, result: "accepted" as const, resultOn: on };
    expect(outcomes(await results([row], app.newId(), anActor(app, "BPJ", "cabang-lain")))).toEqual([
      "E-RESULT-UNKNOWN",
    ]);
    const stranger = { ...officer, regionCode: places.elsewhere.region };
    expect(outcomes(await results([row], app.newId(), stranger))).toEqual(["E-RESULT-UNKNOWN"]);
    const draft = await anEndorsedPerson(app);
    await fundByCity(app, manager, { operationId: app.newId(), personIds: [draft.id], fundSource: "csr" });
    await composePacket(app, manager, { operationId: app.newId(), month: november });
    expect(outcomes(await results([{ ...row, personCode: draft.code }]))).toEqual(["E-RESULT-UNKNOWN"]);
  });

  test("only the programme manager puts a rejected worker forward again", async () => {
    const { app } = city;
    const again = { operationId: app.newId(), enrolmentId: app.newId(), version: 1 };
    for (const role of ["OPR", "KDS", "CMT", "DAT", "BPJ", "FIN", "AUD"] as const) {
      await expect(enrolAgain(app, anActor(app, role, places.naras.code), again)).rejects.toThrow(
        "forbidden",
      );
    }
    await expect(enrolAgain(app, manager, again)).rejects.toThrow("not-found");
  });
});
