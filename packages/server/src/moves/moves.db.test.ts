import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { recordWorkersConsent } from "#consents";
import { editPerson, getCorrections } from "#corrections";
import { judgePersons } from "#eligibility";
import { includeInEndorsement, proposeEndorsement } from "#endorsements";
import { fundByCity } from "#matching";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { listTasks } from "#tasks";
import { drainWork } from "#work";
import { getWorker } from "#workers";
import { decideMove, listMoves, requestMove, withdrawMove } from "./index.ts";
import { carryOut } from "./moves-work.ts";

const city = testDatabase();
const { naras, kampung } = places;
let old: Actor;
let next: Actor;
let officer: Actor;
let worker: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  old = anActor(city.app, "OPR", naras.code);
  next = anActor(city.app, "OPR", kampung.code);
  officer = anActor(city.app, "DAT");
  worker = await anEndorsedPerson(city.app);
});

const ask = (by: Actor = old, toVillageCode: string = kampung.code, movedOn = "2026-11-10") =>
  requestMove(city.app, by, {
    operationId: city.app.newId(),
    personCode: worker.code,
    toVillageCode,
    movedOn,
    document: "moving-letter",
  });
const asked = async (by?: Actor): Promise<string> => {
  const answer = await ask(by);
  if (answer.outcome !== "asked") throw new Error(JSON.stringify(answer));
  return answer.moveId;
};
const versionOf = async (moveId: string) =>
  (
    await readRows<{ version: number }>(city.app, "select version from app.person_moves where id = ?", moveId)
  )[0]!.version;
const decide = async (
  by: Actor,
  moveId: string,
  verdict: "approve" | "refuse" = "approve",
  reason?: string,
) =>
  decideMove(city.app, by, {
    operationId: city.app.newId(),
    moveId,
    version: await versionOf(moveId),
    verdict,
    ...(reason === undefined ? {} : { reason }),
  });
const moves = async (by: Actor) => (await listTasks(city.app, by)).map(({ code }) => code);
const sees = (by: Actor) =>
  getWorker(city.app, by, { personCode: worker.code }).then(
    ({ village }) => village?.code,
    () => null,
  );

describe("a move between villages", () => {
  test("said by the old village waits for the new one, and nothing changes until it receives", async () => {
    const id = await asked();
    expect(await ask()).toEqual({ outcome: "refused", reasons: ["already-asked"] });
    expect(await moves(old)).not.toContain("hand-over-workers");
    expect(await moves(next)).toContain("receive-workers");
    expect([await sees(old), await sees(next)]).toEqual([naras.code, null]);
    expect((await listMoves(city.app, next)).rows).toMatchObject([
      { id, name: "Syafril Amri", isMine: false },
    ]);
    await expect(decide(old, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await decide(next, id)).toEqual({ outcome: "received" });
    await carryOut(city.app, { moveId: id });
    expect([await sees(old), await sees(next)]).toEqual([null, kampung.code]);
    expect(await moves(next)).not.toContain("receive-workers");
    expect(await readRows(city.app, "select state, name_sealed from app.person_moves")).toEqual([
      { state: "moved", nameSealed: null },
    ]);
    const trail = await readRows<{ action: string }>(
      city.app,
      "select action from audit.entries where action like 'move.%' order by at, action",
    );
    expect(trail.map(({ action }) => action).toSorted()).toEqual([
      "move.carried-out",
      "move.decide",
      "move.request",
    ]);
  });

  test("said by the city is handed over by the old village first, and by nobody twice", async () => {
    const id = await asked(officer);
    expect(await moves(old)).toContain("hand-over-workers");
    expect(await moves(next)).toEqual([]);
    expect((await listMoves(city.app, next)).rows).toEqual([]);
    await expect(decide(next, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(decide(officer, id)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(old, id)).toEqual({ outcome: "handed-over" });
    await expect(decide({ ...next, userId: old.userId }, id)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(next, id)).toEqual({ outcome: "received" });
  });

  test("takes along everything that hangs on the person, and the new village can go on working", async () => {
    await fundByCity(city.app, aSteppedUpActor(city.app, "MGR"), {
      operationId: city.app.newId(),
      personIds: [worker.id],
      fundSource: "apbd",
    });
    await recordWorkersConsent(city.app, old, {
      operationId: city.app.newId(),
      personCode: worker.code,
      consent: "written",
    });
    await judgePersons(city.app, { personIds: [worker.id] });
    const before = await getCorrections(city.app, old, { personCode: worker.code });
    const id = await asked();
    await decide(next, id);
    await carryOut(city.app, { moveId: id });
    for (const table of ["person_records", "enrolments", "judgements"])
      expect(
        await readRows(
          city.app,
          `select distinct village_code, kecamatan_code from app.${table} where person_id = ?`,
          worker.id,
        ),
      ).toEqual([{ villageCode: kampung.code, kecamatanCode: kampung.kecamatan }]);
    expect(
      await readRows(city.app, "select village_code from app.consents where subject_id = ?", worker.id),
    ).toEqual([{ villageCode: kampung.code }]);
    const after = await getCorrections(city.app, next, { personCode: worker.code });
    const words = ({ fields }: typeof after) => fields.map(({ field, text }) => [field, text]);
    expect(words(after)).toEqual(words(before));
    const phone = { phone: "081234567890" };
    expect(
      await editPerson(city.app, next, {
        operationId: city.app.newId(),
        personCode: worker.code,
        version: after.version,
        fields: phone,
        source: "visit",
        toldOn: "2026-11-20",
      }),
    ).toMatchObject({ outcome: "recorded", standing: ["phone"] });
    await judgePersons(city.app, { personIds: [worker.id] });
    expect((await getWorker(city.app, next, { personCode: worker.code })).fullName).toBe("Syafril Amri");
  });

  test("leaves an endorsed list with the village that endorsed it", async () => {
    const id = await asked();
    await decide(next, id);
    await carryOut(city.app, { moveId: id });
    expect(
      await readRows(
        city.app,
        "select village_code from app.endorsement_items where person_id = ?",
        worker.id,
      ),
    ).toEqual([{ villageCode: naras.code }]);
  });

  test("refused or taken back, the person stays, and the reason is told", async () => {
    const first = await asked();
    expect(await decide(next, first, "refuse")).toEqual({ outcome: "refused", reasons: ["without-reason"] });
    expect(await decide(next, first, "refuse", "Tidak tinggal di sini")).toEqual({ outcome: "not-moved" });
    expect((await listMoves(city.app, old)).underWay).toMatchObject([
      { state: "refused", refusal: "Tidak tinggal di sini" },
    ]);
    const second = await asked();
    const back = { operationId: city.app.newId(), moveId: second };
    await expect(withdrawMove(city.app, next, back)).rejects.toMatchObject({ code: "not-found" });
    expect(await withdrawMove(city.app, old, { ...back, operationId: city.app.newId() })).toEqual({
      outcome: "withdrawn",
    });
    expect(await moves(next)).toEqual([]);
    expect(await sees(old)).toBe(naras.code);
  });

  test("is refused with every reason", async () => {
    expect(await ask(old, naras.code, "2027-01-01")).toEqual({
      outcome: "refused",
      reasons: ["in-the-future", "same-village"],
    });
    expect(await ask(old, places.elsewhere.code)).toEqual({
      outcome: "refused",
      reasons: ["unknown-village"],
    });
    await expect(ask(next)).rejects.toMatchObject({ code: "not-found" });
    const empty = { personCode: worker.code, toVillageCode: "", movedOn: "", document: null };
    expect(await requestMove(city.app, old, { operationId: city.app.newId(), ...empty })).toEqual({
      outcome: "refused",
      reasons: ["without-day", "without-document", "unknown-village"],
    });
  });

  test("keeps the person off the old village's next list until it ends, and nobody puts them back", async () => {
    const batchId = await insertBatch(city.app, "village-list");
    const fisher = (serial: number) =>
      insertPerson(city.app, batchId, {
        name: `Basri ${serial}`,
        birthDate: "1980-07-01",
        nik: `137793010780000${serial}`,
        sex: "male",
        occupationGroup: "nelayan",
      });
    worker = { ...worker, ...(await fisher(1)) };
    await fisher(2);
    const id = await asked();
    for (const kind of ["civil-servants", "bpjs-members"] as const)
      await insertRecord(
        city.app,
        { id: await insertBatch(city.app, kind), kind },
        { name: "Seseorang Lain" },
      );
    await judgePersons(city.app, { all: true });
    const answer = await proposeEndorsement(city.app, old, {
      operationId: city.app.newId(),
      villageCode: naras.code,
      consentTextVersion: "penetapan-1",
    });
    if (answer.outcome !== "proposed") throw new Error(JSON.stringify(answer));
    expect(answer).toMatchObject({ included: 1 });
    const item = { endorsementId: answer.endorsementId, personId: worker.id, version: 1 };
    expect(await includeInEndorsement(city.app, old, { operationId: city.app.newId(), ...item })).toEqual({
      outcome: "refused",
      reasons: ["moved-away"],
    });
    await withdrawMove(city.app, old, { operationId: city.app.newId(), moveId: id });
    expect(
      await includeInEndorsement(city.app, old, { operationId: city.app.newId(), ...item }),
    ).toMatchObject({ outcome: "changed" });
  });

  test("is the two villages' alone: the database shows a third nothing and lets none of them skip the other", async () => {
    const id = await asked(officer);
    const third = anActor(city.app, "OPR", "13.77.03.2002");
    const rows = "select id from app.person_moves";
    expect(await readRowsAs(city.app, third, rows)).toEqual([]);
    expect(await readRowsAs(city.app, next, rows)).toEqual([]);
    const skip =
      "update app.person_moves set state = 'accepted', received_by = ?, received_at = (select app.now()), handed_by = ?, handed_at = (select app.now()) where id = ? returning id";
    await expect(readRowsAs(city.app, old, skip, old.userId, old.userId, id)).rejects.toThrow();
    expect(await readRowsAs(city.app, next, skip, next.userId, next.userId, id)).toEqual([]);
  });
});

test("the work that follows an acceptance carries it out", async () => {
  const id = await asked();
  await decide(next, id);
  await drainWork(city.app);
  expect(await sees(next)).toBe(kampung.code);
});
