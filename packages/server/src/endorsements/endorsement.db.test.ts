import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, type App, roles } from "#app";
import { inTransaction } from "#database";
import { judgePersons, listCandidates } from "#eligibility";
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
import { excludeFromEndorsement, includeInEndorsement } from "./change-endorsement-item.ts";
import { decideEndorsement } from "./decide-endorsement.ts";
import { decideEndorsementRow } from "./endorsement.store.ts";
import { getEndorsement, getEndorsementItem, getEndorsementSummary } from "./get-endorsement.ts";
import { listEndorsements } from "./list-endorsements.ts";
import { printEndorsement } from "./print-endorsement.ts";
import { proposeEndorsement } from "./propose-endorsement.ts";

let app: App;
let operator: Actor;
let head: Actor;
let list: string;
let fisher: { id: string; code: string };
let porter: { id: string; code: string };
let oldMan: { id: string; code: string };
const test = testDatabase();
const naras = places.naras.code;
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  [operator, head] = [anActor(app, "OPR", naras), anActor(app, "KDS", naras)];
  list = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
  const worker = (name: string, birthDate: string, serial: number) =>
    insertPerson(app, list, {
      name,
      birthDate,
      nik: `137793010780000${serial}`,
      sex: "male",
      occupationGroup: "nelayan",
    });
  fisher = await worker("Amran", "1980-07-01", 1);
  porter = await worker("Basri", "1980-07-01", 2);
  oldMan = await worker("Chairul", "1940-07-01", 3);
  await judgePersons(app, { all: true });
});

const aProposal = () => ({
  operationId: app.newId(),
  villageCode: naras,
  consentTextVersion: "penetapan-1",
});
const propose = async (actor = operator) => {
  const answer = await proposeEndorsement(app, actor, aProposal());
  if (answer.outcome !== "proposed") throw new Error(`refused: ${answer.reasons.join(", ")}`);
  return answer.endorsementId;
};
const undeclared = (actor: Actor) =>
  proposeEndorsement(app, actor, { operationId: app.newId(), villageCode: naras });
const consents = () =>
  readRows<{ person: string }>(
    app,
    `select subject_id as person, purpose, legal_basis, text_version, recorded_by, withdrawn_at from app.consents order by given_at, id`,
  );
const turnBack = (endorsementId: string) =>
  decideEndorsement(app, head, {
    operationId: app.newId(),
    endorsementId,
    version: 1,
    verdict: "return",
    note: "Periksa lagi",
  });
const decide = (endorsementId: string, version = 1, actor = head) =>
  decideEndorsement(app, actor, { operationId: app.newId(), endorsementId, version, verdict: "approve" });
const exclude = (endorsementId: string, personId: string, version = 1, actor = operator) =>
  excludeFromEndorsement(app, actor, {
    operationId: app.newId(),
    endorsementId,
    personId,
    version,
    reason: "declined",
  });
const include = (endorsementId: string, personId: string, version: number, actor = operator) =>
  includeInEndorsement(app, actor, { operationId: app.newId(), endorsementId, personId, version });

const noted = () =>
  readRows(
    app,
    "select purpose, person_ids from audit.accesses where purpose like 'endorsement%' order by at, id",
  );

describe("listCandidates", () => {
  it("shows a village's people by name with outcome and all reasons, and logs the look", async () => {
    const page = await listCandidates(app, operator, { villageCode: naras });
    expect(page.rows.map((item) => [item.person.name, item.outcome])).toEqual([
      ["Amran", "undetermined"],
      ["Basri", "undetermined"],
      ["Chairul", "ineligible"],
    ]);
    expect(page.counts).toEqual({ eligible: 0, ineligible: 1, undetermined: 2, unjudged: 0, ready: 2 });
    expect(page.reasonCounts).toEqual([
      { code: "fact-missing", fact: "consent", count: 3 },
      { code: "too-old", fact: null, count: 1 },
    ]);
    expect(await readRows(app, "select cardinality(person_ids) as n from audit.accesses")).toEqual([
      { n: 3 },
    ]);
  });

  it("its order and content are the same whatever the deciles are", async () => {
    const before = await listCandidates(app, operator, { villageCode: naras });
    const dtsen = await insertBatch(app, "dtsen");
    for (const [person, decile] of [
      [fisher, 9],
      [porter, 1],
    ] as const) {
      const record = await insertRecord(app, { id: dtsen, kind: "dtsen" }, { name: "x" });
      await readRows(
        app,
        "insert into app.person_welfare (region_code, person_id, decile_from, decile, release, as_of, record_id, updated_at) values ('13.77', ?, ?, ?, '2026-08', '2026-08-31', ?, now())",
        person.id,
        decile,
        decile,
        record,
      );
    }
    await judgePersons(app, { all: true });
    expect(await listCandidates(app, operator, { villageCode: naras })).toEqual(before);
  });
});

describe("proposeEndorsement", () => {
  it("freezes the judged people: eligible or waiting for consent are on it, the others left out with the reason", async () => {
    const found = await getEndorsement(app, head, { endorsementId: await propose() });
    expect(found).toMatchObject({ state: "proposed", included: 2, excluded: 1, proposedBy: operator.userId });
    expect(found.rows.map((item) => [item.person.code, item.included, item.exclusionReason])).toEqual([
      [fisher.code, true, null],
      [porter.code, true, null],
      [oldMan.code, false, "too-old"],
    ]);
    expect(found.exclusions).toEqual([{ reason: "too-old", count: 1 }]);
    expect(found.hasEarlier).toBe(false);
    await readRows(app, "update app.persons set full_name = 'Amran Koto' where id = ?", fisher.id);
    await judgePersons(app, { all: true });
    expect((await getEndorsement(app, head, { endorsementId: found.id })).rows[0]!.reasons).toEqual(
      found.rows[0]!.reasons,
    );
  });

  it("says who comes early by danger of the work and by cover about to end, and not by need", async () => {
    await readRows(
      app,
      `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, last_rescue_day, at)
       select region_code, id, village_code, kecamatan_code, 'grace-3', false, '2026-11-21', '2026-11-30', now() from app.persons where id = ?`,
      porter.id,
    );
    const found = await getEndorsement(app, head, { endorsementId: await propose() });
    expect(found.rows.map((item) => item.urgency)).toEqual([
      ["hazardous-work"],
      ["hazardous-work", "about-to-lapse"],
      ["hazardous-work"],
    ]);
  });

  it("a second list waits until the first is decided", async () => {
    const first = await propose();
    expect(await proposeEndorsement(app, operator, aProposal())).toEqual({
      outcome: "refused",
      reasons: ["already-proposed"],
      endorsementId: first,
    });
  });

  it("two clicks at once make one list", async () => {
    const answers = await Promise.all([1, 2].map(() => proposeEndorsement(app, operator, aProposal())));
    expect(answers.map((answer) => answer.outcome).toSorted()).toEqual(["proposed", "refused"]);
  });

  it("the same operation twice is one list and one audit row", async () => {
    const input = aProposal();
    expect(await proposeEndorsement(app, operator, input)).toEqual(
      await proposeEndorsement(app, operator, input),
    );
    expect(
      await readRows(app, "select 1 as one from audit.entries where action = 'endorsement.propose'"),
    ).toHaveLength(1);
    expect(await readRowsAs(app, head, "select kind, scope from app.notifications")).toEqual([
      { kind: "endorsement-proposed", scope: naras },
    ]);
  });
});

describe("the declaration of consent", () => {
  it("without it nothing is proposed and no consent recorded", async () => {
    expect(await undeclared(operator)).toEqual({ outcome: "refused", reasons: ["consent-not-declared"] });
    const blank = { ...aProposal(), consentTextVersion: " " };
    expect(await proposeEndorsement(app, operator, blank)).toMatchObject({
      reasons: ["consent-not-declared"],
    });
    expect(await consents()).toEqual([]);
    expect((await listEndorsements(app, operator)).rows).toEqual([]);
  });

  it("records one withdrawable consent for each included person, and for nobody left out", async () => {
    await propose();
    const recorded = {
      purpose: "enrolment",
      legalBasis: "consent",
      textVersion: "penetapan-1",
      recordedBy: operator.userId,
      withdrawnAt: null,
    };
    expect((await consents()).toSorted((a, b) => a.person.localeCompare(b.person))).toEqual(
      [fisher.id, porter.id].toSorted().map((person) => ({ person, ...recorded })),
    );
  });

  it("the next judgement, asked for in the same transaction, counts it: nothing is missing any more", async () => {
    const id = await propose();
    expect(
      (await getEndorsement(app, head, { endorsementId: id })).rows
        .slice(0, 2)
        .map((item) => [item.outcome, item.reasons]),
    ).toEqual([
      ["eligible", []],
      ["eligible", []],
    ]);
    expect(await readRows(app, "select payload from app.work where topic = 'eligibility.judge'")).toEqual([
      { payload: { villageCode: naras } },
    ]);
    await judgePersons(app, { villageCode: naras });
    expect((await listCandidates(app, operator, { villageCode: naras })).counts).toMatchObject({
      eligible: 2,
      undetermined: 0,
    });
  });

  it("a consent that stands is not recorded again, and a withdrawn one never by a declaration", async () => {
    await turnBack(await propose());
    await readRowsAs(
      app,
      operator,
      "update app.consents set withdrawn_at = app.now() where subject_id = ?",
      porter.id,
    );
    await judgePersons(app, { all: true });
    const again = await getEndorsement(app, head, { endorsementId: await propose() });
    expect(again.rows.filter((item) => item.included).map((item) => item.person.code)).toEqual([fisher.code]);
    expect(again.exclusions).toContainEqual({ reason: "consent-withdrawn", count: 1 });
    expect(await consents()).toHaveLength(2);
  });

  it("a manager, who records no consents, proposes only a list whose people have all agreed before", async () => {
    const manager = anActor(app, "MGR");
    expect(await proposeEndorsement(app, manager, aProposal())).toMatchObject({
      reasons: ["consent-not-declared"],
    });
    await turnBack(await propose());
    expect(await undeclared(manager)).toMatchObject({ outcome: "proposed", included: 2 });
  });
});

describe("excludeFromEndorsement, includeInEndorsement", () => {
  it("leave somebody out with a reason and take them back, each on the version it was read at", async () => {
    const id = await propose();
    expect(await exclude(id, porter.id)).toEqual({ outcome: "changed", version: 2 });
    await expect(exclude(id, fisher.id, 1)).rejects.toMatchObject({ code: "stale", details: { version: 2 } });
    expect((await getEndorsement(app, head, { endorsementId: id })).exclusions).toContainEqual({
      reason: "declined",
      count: 1,
    });
    expect(await include(id, porter.id, 2)).toEqual({ outcome: "changed", version: 3 });
    expect(await getEndorsement(app, head, { endorsementId: id })).toMatchObject({ included: 2, version: 3 });
  });

  it("whom the judgement leaves out nobody can put on the list", async () => {
    const id = await propose();
    expect(await include(id, oldMan.id, 1)).toEqual({ outcome: "refused", reasons: ["too-old"] });
  });

  it("a reason outside the closed list is refused", async () => {
    const id = await propose();
    await expect(
      excludeFromEndorsement(app, operator, {
        operationId: app.newId(),
        endorsementId: id,
        personId: porter.id,
        version: 1,
        reason: "tetangga" as never,
      }),
    ).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("whoever puts somebody back on the list may not endorse it", async () => {
    const manager = anActor(app, "MGR");
    const id = await propose();
    await exclude(id, porter.id);
    await include(id, porter.id, 2, manager);
    await expect(decide(id, 3, manager)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(id, 3)).toMatchObject({ outcome: "decided" });
  });
});

describe("decideEndorsement", () => {
  it("the head endorses; the manager is told and the village judged anew", async () => {
    const id = await propose();
    expect(await decide(id)).toEqual({ outcome: "decided", state: "approved", version: 2 });
    expect(await getEndorsement(app, head, { endorsementId: id })).toMatchObject({
      state: "approved",
      decidedBy: head.userId,
    });
    // Once for the consents of the proposal, once for the endorsement.
    expect(await readRows(app, "select payload from app.work where topic = 'eligibility.judge'")).toEqual([
      { payload: { villageCode: naras } },
      { payload: { villageCode: naras } },
    ]);
  });

  it("whoever proposed may not endorse: in code, and by the table itself", async () => {
    const manager = anActor(app, "MGR");
    await turnBack(await propose());
    const id = await propose(manager);
    await expect(decide(id, 1, manager)).rejects.toMatchObject({ code: "four-eyes" });
    const past = inTransaction(app, manager, (tx) =>
      decideEndorsementRow(
        tx,
        { id, version: 1 },
        { state: "approved", decidedBy: manager.userId, at: app.clock.now(), note: null },
      ),
    );
    await expect(past).rejects.toMatchObject({ code: "23514" });
  });

  it("a list cannot be endorsed while somebody on it has died since, and the refusal names them by code", async () => {
    const id = await propose();
    await readRows(app, "update app.persons set died_on = '2026-11-20' where id = ?", porter.id);
    expect(await decide(id)).toEqual({
      outcome: "refused",
      reasons: [{ code: "no-longer-fit", personCodes: [porter.code] }],
    });
    await exclude(id, porter.id, 1, head);
    expect(await decide(id, 2)).toMatchObject({ outcome: "decided" });
  });

  it("a list that changed under the reader's eyes is not endorsed", async () => {
    const id = await propose();
    await exclude(id, porter.id);
    await expect(decide(id, 1)).rejects.toMatchObject({
      code: "stale",
      details: { version: 2, state: "proposed" },
    });
  });

  it("returning needs a note and lets the village propose again", async () => {
    const id = await propose();
    const back = (note?: string) =>
      decideEndorsement(app, head, {
        operationId: app.newId(),
        endorsementId: id,
        version: 1,
        verdict: "return",
        ...(note === undefined ? {} : { note }),
      });
    expect(await back(" ")).toEqual({ outcome: "refused", reasons: [{ code: "note-missing" }] });
    expect(await back("Dua nama belum lengkap")).toMatchObject({ state: "returned" });
    expect(await propose()).not.toBe(id);
  });

  it("the next list shows who is new and who is gone since the last approved one", async () => {
    await decide(await propose());
    const newcomer = await insertPerson(app, list, {
      name: "Darman",
      birthDate: "1990-01-01",
      nik: "1377930101900001",
      occupationGroup: "nelayan",
    });
    await readRows(app, "update app.persons set moved_on = '2026-11-01' where id = ?", porter.id);
    await judgePersons(app, { all: true });
    await test.setNow("2026-11-22T02:00:00Z");
    const next = await getEndorsement(app, head, { endorsementId: await propose() });
    expect(next.rows.filter((item) => item.change === "new").map((item) => item.person.code)).toEqual([
      newcomer.code,
    ]);
    expect(next.removed.map((person) => person.code)).toEqual([porter.code]);
    expect(next.hasEarlier).toBe(true);
  });
});

describe("the access log", () => {
  it("names whoever was shown and nobody else: not those left out of what is printed, nobody for a head count", async () => {
    const endorsementId = await propose();
    const { people } = await printEndorsement(app, head, { endorsementId });
    expect(people.map(({ code }) => code)).toEqual([fisher.code, porter.code]);
    expect(await getEndorsementSummary(app, head, { endorsementId })).toMatchObject({
      included: 2,
      excluded: 1,
    });
    await exclude(endorsementId, porter.id);
    expect(await noted()).toEqual([{ purpose: "endorsement-print", personIds: [fisher.id, porter.id] }]);
  });

  it("of a list and a person asked for by their codes it names that person", async () => {
    const { code } = await getEndorsementSummary(app, head, { endorsementId: await propose() });
    const asked = { endorsementId: code, personId: porter.code };
    expect(await getEndorsementItem(app, head, asked)).toMatchObject({
      included: true,
      person: { code: porter.code },
    });
    expect(await noted()).toEqual([{ purpose: "endorsement-item", personIds: [porter.id] }]);
    await expect(getEndorsementItem(app, head, { ...asked, personId: "PK-TIDAK-ADA" })).rejects.toMatchObject(
      {
        code: "not-found",
      },
    );
  });
});

describe("access", () => {
  it("only the roles of the matrix propose, endorse and read", async () => {
    const id = await propose();
    const may = {
      propose: ["OPR", "MGR"],
      approve: ["KDS", "MGR"],
      read: ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD"],
    };
    for (const role of roles) {
      const actor = anActor(app, role, role === "CMT" ? places.naras.kecamatan : naras);
      const code = role === "PUB" ? "unauthenticated" : "forbidden";
      if (!may.propose.includes(role)) {
        await expect(proposeEndorsement(app, actor, aProposal()), role).rejects.toMatchObject({ code });
        await expect(include(id, porter.id, 1, actor), role).rejects.toMatchObject({ code });
      }
      if (!may.approve.includes(role))
        await expect(decide(id, 1, actor), role).rejects.toMatchObject({ code });
      if (!may.read.includes(role)) {
        await expect(listCandidates(app, actor, { villageCode: naras }), role).rejects.toMatchObject({
          code,
        });
        await expect(getEndorsement(app, actor, { endorsementId: id }), role).rejects.toMatchObject({ code });
        await expect(listEndorsements(app, actor), role).rejects.toMatchObject({ code });
      } else expect((await getEndorsement(app, actor, { endorsementId: id })).id, role).toBe(id);
    }
  });

  it("another village, another kecamatan and another city find nothing, exactly as if it did not exist", async () => {
    const id = await propose();
    const strangers = [
      anActor(app, "OPR", places.kampung.code),
      anActor(app, "KDS", places.kampung.code),
      anActor(app, "CMT", places.kampung.kecamatan),
      anActor(app, "MGR", undefined, "13.76"),
    ];
    for (const stranger of strangers) {
      await expect(getEndorsement(app, stranger, { endorsementId: id }), stranger.role).rejects.toMatchObject(
        {
          code: "not-found",
          details: {},
        },
      );
      await expect(
        listCandidates(app, stranger, { villageCode: naras }),
        stranger.role,
      ).rejects.toMatchObject({
        code: "not-found",
        details: {},
      });
      expect((await listEndorsements(app, stranger)).rows, stranger.role).toEqual([]);
    }
    await expect(decide(id, 1, anActor(app, "KDS", places.kampung.code))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(exclude(id, porter.id, 1, anActor(app, "OPR", places.kampung.code))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("the camat and the auditor see initials, and the auditor no more than that of a name", async () => {
    const id = await propose();
    for (const actor of [anActor(app, "CMT", places.naras.kecamatan), anActor(app, "AUD")]) {
      const text = JSON.stringify(await getEndorsement(app, actor, { endorsementId: id }));
      expect(text, actor.role).toContain('"name":"A."');
      expect(text, actor.role).not.toContain("Amran");
    }
  });
});
