import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, roles } from "#app";
import { judgePersons } from "#eligibility";
import { decideEndorsement, proposeEndorsement } from "#endorsements";
import { acceptProposals, fundByCity, listProposals, proposeMatches } from "#matching";
import { composePacket, sendPacket } from "#packets";
import { signPledge } from "#sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  branch,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { getOutlook } from "./get-outlook.ts";
import { listTasks } from "./list-tasks.ts";

const test = testDatabase();
const naras = places.naras.code;
const op = () => test.app.newId();
/** Of nobody and nowhere, whatever a role's scope names. */
const anyScope = "00000000-0000-4000-8000-000000000000";
let operator: Actor;
let head: Actor;
let manager: Actor;
beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  [operator, head] = [anActor(test.app, "OPR", naras), anActor(test.app, "KDS", naras)];
  manager = aSteppedUpActor(test.app, "MGR");
});

/** Without what managers and administrators have from October on, until next year's decree of days off is in the program. */
const listed = async (actor: Actor) =>
  (await listTasks(test.app, actor)).filter(({ code }) => code !== "renew-tariff");
const of = async (actor: Actor) => (await listed(actor)).map(({ code, count }) => [code, count]);
const change = (batchId: string, to: Record<string, unknown>) =>
  readRows(
    test.app,
    `update app.import_batches set state = ?, counts = ?::jsonb, uploaded_at = ?::timestamptz where id = ?`,
    to["state"] ?? "applied",
    JSON.stringify({ repair: to["repair"] ?? 0 }),
    to["at"] ?? "2026-11-20T02:00:00Z",
    batchId,
  );
const propose = () =>
  proposeEndorsement(test.app, operator, {
    operationId: op(),
    villageCode: naras,
    consentTextVersion: "penetapan-1",
  });

/** One worker of the village, judged eligible but for the consent that is yet to be declared. */
async function aWorker(): Promise<void> {
  const { app } = test;
  const list = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
  const born = {
    birthDate: "1980-07-01",
    nik: "1377930107800001",
    sex: "male" as const,
    occupationGroup: "nelayan",
  };
  await insertPerson(app, list, { name: "Amran", ...born });
  await judgePersons(app, { all: true });
}

describe("a village's list", () => {
  it("moves from the operator who may propose it to the head and the manager who may endorse it", async () => {
    await aWorker();
    expect(await of(operator)).toEqual([["propose-list", 1]]);
    expect(await of(head)).toEqual([]);
    await propose();
    expect(await of(operator)).toEqual([]);
    expect(await of(head)).toEqual([["endorse-lists", 1]]);
    expect(await of(manager)).toEqual([["endorse-lists", 1]]);
  });

  it("comes back to the operator when it is returned, and is nobody's task once approved", async () => {
    await aWorker();
    const decide = async (verdict: "return" | "approve") => {
      const proposed = await propose();
      if (proposed.outcome !== "proposed") throw new Error("refused");
      const { endorsementId } = proposed;
      await decideEndorsement(test.app, head, {
        operationId: op(),
        endorsementId,
        version: 1,
        verdict,
        note: "Periksa lagi",
      });
    };
    await decide("return");
    expect(await of(operator)).toEqual([["revise-returned-list", 1]]);
    await test.setNow("2026-11-22T02:00:00Z");
    await decide("approve");
    expect([await of(operator), await of(head)]).toEqual([[["ask-before-registration", 1]], []]);
  });

  it("waits for somebody else than the manager who proposed it", async () => {
    await aWorker();
    await propose();
    const proposer = { ...head, userId: operator.userId };
    expect(await of(proposer)).toEqual([]);
  });
});

describe("a list that came before those of other offices", () => {
  it("waits for them at whoever reads it, but not at the office that has to load one", async () => {
    const list = await insertBatch(test.app, "village-list");
    await insertPerson(test.app, list, {
      name: "Amran",
      birthDate: "1980-07-01",
      occupationGroup: "nelayan",
    });
    await judgePersons(test.app, { all: true });
    const waits = async (actor: Actor) =>
      (await getOutlook(test.app, actor)).waits.map(({ code, count }) => [code, count]);
    const [atPersonnel, atMembers] = [
      ["people-at-personnel-office", 1],
      ["people-at-member-list", 1],
    ];
    expect(await waits(operator)).toEqual([atPersonnel, atMembers]);
    expect(await waits(head)).toEqual([atPersonnel, atMembers]);
    expect(await waits(anActor(test.app, "OPR", places.kampung.code))).toEqual([]);
    expect(await waits(anActor(test.app, "DAT"))).toEqual([atPersonnel]);
    const servants = { id: await insertBatch(test.app, "civil-servants"), kind: "civil-servants" } as const;
    await insertRecord(test.app, servants, { name: "Seseorang Lain" });
    expect(await waits(operator)).toEqual([atMembers]);
  });
});

describe("files", () => {
  it("are the sender's to finish, and their faulty rows the sender's to repair", async () => {
    const [begun, applied] = [
      await insertBatch(test.app, "village-officers"),
      await insertBatch(test.app, "village-list"),
    ];
    await change(begun, { state: "needs-mapping", repair: 3 });
    await change(applied, { repair: 6 });
    expect(await of(operator)).toEqual([
      ["finish-imports", 1],
      ["repair-rows", 6],
    ]);
    expect(await of(anActor(test.app, "DAT"))).toEqual([]);
  });

  it("a newer file of the same list takes the place of the older one, and after 30 days nobody is reminded", async () => {
    const older = await insertBatch(test.app, "village-list");
    await change(older, { repair: 6, at: "2026-11-01T02:00:00Z" });
    const newer = await insertBatch(test.app, "village-list");
    await change(newer, { repair: 2 });
    expect(await of(operator)).toEqual([["repair-rows", 2]]);
    await test.setNow("2026-12-25T02:00:00Z");
    expect(await of(operator)).toEqual([]);
  });

  it("that wait for a second person wait for whoever may approve them, never for the sender", async () => {
    const list = await insertBatch(test.app, "village-list");
    await change(list, { state: "awaiting-approval" });
    expect(await of(head)).toEqual([["approve-imports", 1]]);
    expect(await of(manager)).toEqual([["approve-imports", 1]]);
    expect(await of(operator)).toEqual([]);
    const [{ uploadedBy: sender }] = (await readRows<{ uploadedBy: string }>(
      test.app,
      "select uploaded_by from app.import_batches where id = ?",
      list,
    )) as [{ uploadedBy: string }];
    expect(await of({ ...head, userId: sender })).toEqual([]);
  });

  it("receipts are finance's to approve, and finance sees no other file", async () => {
    const officer = anActor(test.app, "BPJ", branch);
    const receipts = op();
    await readRowsAs(
      test.app,
      officer,
      `insert into app.import_batches (region_code, id, code, kind, state, file_name, file_sha256, file_bytes, uploaded_by, uploaded_role,
         uploaded_scope, uploaded_at)
       values ('13.77', ?, 'IMP-1', 'bpjs-receipts', 'received', 'terima.csv', ''::bytea, 1, ?, 'BPJ', ?, app.now())`,
      receipts,
      officer.userId,
      branch,
    );
    await change(receipts, { state: "awaiting-approval" });
    await change(await insertBatch(test.app, "village-list"), { state: "awaiting-approval" });
    expect(await of(anActor(test.app, "FIN"))).toEqual([
      ["approve-receipts", 1],
      ["name-receiving-account", 1],
    ]);
    expect(await of(officer)).toEqual([]);
    expect(await of({ ...officer, userId: op() })).toEqual([["approve-imports", 1]]);
  });
});

describe("questions whether two descriptions are one human being", () => {
  it("wait for data officers and nobody else", async () => {
    const { app } = test;
    const { id } = await anEndorsedPerson(app);
    const dtsen = await insertBatch(app, "dtsen");
    for (const state of ["open", "open", "different"])
      await readRows(
        app,
        `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight,
           evidence, state, asked_at)
         select region_code, ?::uuid, village_code, kecamatan_code, id, ?::uuid, 'dtsen', 0.6, 1, '[]', ?, now() from app.persons
         where id = ?`,
        op(),
        await insertRecord(app, { id: dtsen, kind: "dtsen" }, { name: "Syafril" }),
        state,
        id,
      );
    expect(await of(anActor(app, "DAT"))).toEqual([["answer-link-questions", 2]]);
    expect(await of(operator)).toEqual([["ask-before-registration", 1]]);
  });
});

describe("a worker on the way to cover", () => {
  it("passes from finding a payer to the packet and the branch, one task after the other", async () => {
    const { app } = test;
    await anEndorsedPerson(app);
    expect(await of(manager)).toEqual([["fund-waiting", 1]]);
    await signPledge(app, await aCivilServant(app), {
      operationId: op(),
      capRupiah: 20_000,
      workerCount: 1,
      fromMonth: month("2026-11"),
      channel: "payroll",
      wishes: {},
      consentTextVersion: "ikrar-1",
    });
    expect(await of(manager)).toEqual([["match-waiting", 1]]);
    await proposeMatches(app, manager, { operationId: op() });
    expect(await of(manager)).toEqual([["accept-proposals", 1]]);
    const ids = (await listProposals(app, manager)).rows.map(({ id }) => id);
    await acceptProposals(app, manager, { operationId: op(), sponsorshipIds: ids });
    expect(await of(manager)).toEqual([
      ["mend-groups", 1],
      ["compose-packet", 1],
    ]);
    const packet = await composePacket(app, manager, { operationId: op(), month: month("2026-11") });
    if (packet.outcome !== "composed") throw new Error("refused");
    const officer = anActor(app, "BPJ", branch);
    expect([await of(manager), await of(officer)]).toEqual([
      [
        ["mend-groups", 1],
        ["send-packets", 1],
      ],
      [],
    ]);
    await sendPacket(app, manager, {
      operationId: op(),
      packetId: packet.packets[0]!.packetId,
      version: packet.packets[0]!.version,
      confirmCount: 1,
    });
    expect(await of(manager)).toEqual([["mend-groups", 1]]);
    const { waits } = await getOutlook(app, manager);
    expect(waits.map(({ code, count }) => [code, count])).toEqual([["packet-at-bpjs", 1]]);
    expect(await of(officer)).toEqual([["answer-packets", 1]]);
    expect(await of(anActor(app, "BPJ", "cabang-lain"))).toEqual([]);
  });

  it("whom BPJS rejected is the village's to mend, once, until put forward again", async () => {
    const { app } = test;
    const { id, code } = await anEndorsedPerson(app);
    const tell = () =>
      readRows(
        app,
        `insert into app.notifications (region_code, id, role, scope, kind, payload)
         values ('13.77', ?, 'OPR', ?, 'enrolment-rejected', jsonb_build_object('personCode', ?::text))`,
        app.newId(),
        naras,
        code,
      );
    await tell();
    await tell();
    expect(await of(operator)).toEqual([
      ["mend-rejected", 1],
      ["ask-before-registration", 1],
    ]);
    expect(await of(anActor(app, "OPR", places.kampung.code))).toEqual([]);
    await fundByCity(app, manager, { operationId: op(), personIds: [id], fundSource: "apbd" });
    expect(await of(operator)).toEqual([
      ["ask-before-registration", 1],
      ["complete-before-sending", 1],
    ]);
  });
});

/** A city begins without a backup, and without an account that money may be sent to. */
const atFirst: Partial<Record<Actor["role"], readonly object[]>> = {
  ADM: [{ code: "make-backup", count: 1, target: "upkeep" }],
  FIN: [{ code: "name-receiving-account", count: 1, target: "receiving-account" }],
};

describe("access", () => {
  it("who has no desk is refused; everybody else gets an answer, with the own login's eyes", async () => {
    for (const role of roles) {
      const asked = listed(anActor(test.app, role, anyScope));
      if (role === "PUB" || role === "WRK")
        await expect(asked, role).rejects.toMatchObject({
          code: role === "PUB" ? "unauthenticated" : "forbidden",
        });
      else expect(await asked, role).toEqual(atFirst[role] ?? []);
    }
  });

  it("another village, another city and other desks are not told what waits here", async () => {
    await aWorker();
    const list = await insertBatch(test.app, "village-officers");
    await change(list, { state: "awaiting-approval" });
    expect(await of(anActor(test.app, "OPR", places.kampung.code))).toEqual([]);
    expect(await of(anActor(test.app, "KDS", places.kampung.code))).toEqual([]);
    expect(await of(anActor(test.app, "MGR", undefined, "13.76"))).toEqual([]);
    expect(await of(anActor(test.app, "AUD"))).toEqual([]);
  });

  it("managers and administrators alone see that next year's decree of days off is not in the program", async () => {
    const told: string[] = [];
    for (const role of roles.filter((each) => each !== "PUB" && each !== "WRK")) {
      const tasks = await listTasks(test.app, anActor(test.app, role, anyScope));
      if (tasks.some(({ code }) => code === "renew-tariff")) told.push(role);
    }
    expect(told).toEqual(["MGR", "ADM"]);
  });
});
