import { defaultPolicy } from "@tuwai/domain/eligibility";
import { region } from "@tuwai/domain/regions";
import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "#app";
import {
  anActor,
  type Described,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { ensureDefaultPolicy } from "./ensure-default-policy.ts";
import { judgePersons } from "./judge-persons.ts";

let app: App;
let list: string;
const test = testDatabase();
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  list = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
});

let serial = 0;
const aWorker = (over: Partial<Described> & { occupationGroup?: string; targetGroup?: string } = {}) =>
  insertPerson(app, list, {
    name: "Syafrizal",
    nik: `13779301077200${String(++serial + 10).padStart(2, "0")}`,
    birthDate: "1972-07-01",
    sex: "male",
    occupationGroup: "nelayan",
    ...over,
  });
const judgementOf = async (id: string) =>
  (
    await readRows<{
      outcome: string;
      reasons: readonly { code: string; fact?: string }[];
      priority: number;
      priorityReasons: object[];
    }>(app, "select outcome, reasons, priority, priority_reasons from app.judgements where person_id = ?", id)
  )[0];
const reasonsOf = async (id: string) =>
  (await judgementOf(id))!.reasons.map(({ code, fact }) => fact ?? code);
async function reasonsForWork(occupationGroup: string) {
  const { id } = await aWorker({ occupationGroup });
  await judgePersons(app, { personIds: [id] });
  return reasonsOf(id);
}
async function linkTo(
  person: { id: string },
  kind: "civil-servants" | "bpjs-members" | "dtsen",
  attributes: object,
) {
  const recordId = await insertRecord(
    app,
    { id: await insertBatch(app, kind), kind },
    { name: "Syafrizal", attributes: attributes as Record<string, unknown> },
  );
  await readRows(
    app,
    `insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
     select region_code, ?, village_code, kecamatan_code, id, ?, ?, 0.999, '[]', 'automatic', now() from app.persons where id = ?`,
    app.newId(),
    recordId,
    kind,
    person.id,
  );
  return recordId;
}

describe("judgePersons", () => {
  it("a fisher whose consent is not yet asked is undetermined for that alone, and hazardous work comes first", async () => {
    const worker = await aWorker();
    await judgePersons(app, { personIds: [worker.id] });
    expect(await judgementOf(worker.id)).toMatchObject({
      outcome: "undetermined",
      reasons: [{ code: "fact-missing", fact: "consent" }],
      priority: 40,
    });
  });

  it("with consent recorded the same fisher is eligible", async () => {
    const worker = await aWorker();
    const operator = anActor(app, "OPR", places.naras.code);
    await readRowsAs(
      app,
      operator,
      `insert into app.consents (region_code, id, village_code, subject_type, subject_id, purpose, legal_basis, text_version, given_at, recorded_by)
       values ('13.77', ?, ?, 'person', ?, 'tuwai-ketan', 'consent', '1', app.now(), ?)`,
      app.newId(),
      places.naras.code,
      worker.id,
      operator.userId,
    );
    await judgePersons(app, { personIds: [worker.id] });
    expect((await judgementOf(worker.id))!.outcome).toBe("eligible");
  });

  it("a civil servant is ineligible until the day of retirement", async () => {
    const [active, retired] = [await aWorker(), await aWorker()];
    await linkTo(active, "civil-servants", { retiresOn: "2030-07-01" });
    await linkTo(retired, "civil-servants", { retiresOn: "2026-07-01" });
    await judgePersons(app, { villageCode: places.naras.code });
    expect((await judgementOf(active.id))!.reasons).toContainEqual({
      code: "insured-by-the-state",
      service: "asn",
    });
    expect((await judgementOf(retired.id))!.outcome).toBe("undetermined");
  });

  it("while it is open whether somebody is a civil servant, nobody knows", async () => {
    const worker = await aWorker();
    const record = await insertRecord(
      app,
      { id: await insertBatch(app, "civil-servants"), kind: "civil-servants" },
      { name: "Syafrizal" },
    );
    await readRows(
      app,
      `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight, evidence, state, asked_at)
       select region_code, ?, village_code, kecamatan_code, id, ?, 'civil-servants', 0.5, 0, '[]', 'open', now() from app.persons where id = ?`,
      app.newId(),
      record,
      worker.id,
    );
    await judgePersons(app, { personIds: [worker.id] });
    expect((await judgementOf(worker.id))!.reasons).toContainEqual({
      code: "fact-missing",
      fact: "state-service",
    });
  });

  const listed = { code: "paid-by-another", payer: "listed-by-bpjs", month: "2026-11" };
  it.each([
    { segment: "unknown", reason: listed, says: "is somebody else's to pay" },
    { segment: "bpu", reason: listed, says: "is somebody else's to pay" },
    { segment: "pu", reason: { code: "formally-employed" }, says: "has an employer who must insure" },
  ])("an active member of segment $segment whom the city does not pay $says", async ({ segment, reason }) => {
    const worker = await aWorker();
    const record = await linkTo(worker, "bpjs-members", { status: "active", asOf: "2026-10-31" });
    await readRows(
      app,
      `insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
       select region_code, id, ?, village_code, kecamatan_code, 'active', ?, '2026-10-31' from app.persons where id = ?`,
      record,
      segment,
      worker.id,
    );
    await judgePersons(app, { personIds: [worker.id] });
    expect((await judgementOf(worker.id))!.reasons).toContainEqual(reason);
  });

  it("reasons come complete: too old, dead, and without a usable NIK all at once", async () => {
    const worker = await aWorker({ birthDate: "1950-01-01" });
    await readRows(
      app,
      "update app.persons set died_on = '2026-10-01', nik_status = 'placeholder' where id = ?",
      worker.id,
    );
    await judgePersons(app, { personIds: [worker.id] });
    expect((await judgementOf(worker.id))!.reasons.map((reason) => reason.fact ?? reason.code)).toEqual([
      "died",
      "too-old",
      "nik",
      "consent",
    ]);
  });

  it("the later of two rows that may be one person waits as disputed, without a word about the other", async () => {
    const [earlier, later] = [await aWorker(), await aWorker()];
    await readRows(
      app,
      `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, other_person_id, kind, probability, weight, evidence, state, asked_at)
       select region_code, ?, village_code, kecamatan_code, id, ?, 'person', 1, 0, '[]', 'open', now() from app.persons where id = ?`,
      app.newId(),
      earlier.id,
      later.id,
    );
    await judgePersons(app, { personIds: [earlier.id, later.id] });
    expect((await judgementOf(later.id))!.reasons).toContainEqual({ code: "nik-disputed" });
    expect(JSON.stringify(await judgementOf(later.id))).not.toContain(earlier.id);
    expect((await judgementOf(earlier.id))!.reasons).not.toContainEqual({ code: "nik-disputed" });
  });

  it("the decile raises priority but stands nowhere in the judgement, nor its points", async () => {
    const worker = await aWorker();
    const record = await linkTo(worker, "dtsen", { decile: 1, asOf: "2026-08-31" });
    await readRows(
      app,
      "insert into app.person_welfare (region_code, person_id, decile_from, decile, release, as_of, record_id, updated_at) values ('13.77', ?, 1, 1, '2026-08', '2026-08-31', ?, now())",
      worker.id,
      record,
    );
    await judgePersons(app, { personIds: [worker.id] });
    const judgement = (await judgementOf(worker.id))!;
    expect(judgement.priority).toBe(60);
    expect(judgement.priorityReasons).toEqual([
      { code: "hazardous-work", group: "nelayan", points: 40 },
      { code: "lower-welfare" },
    ]);
  });

  it("a city that excludes aid decides by what DTSEN says, and asks for that list where it does not say", async () => {
    const policy = { ...defaultPolicy(region("13.77", "Kota Pariaman").code), version: 2 };
    const strict = { ...policy, excludes: { ...policy.excludes, bansosRecipients: true } };
    await ensureDefaultPolicy(app);
    await readRows(
      app,
      `insert into app.policies (region_code, id, programme, number, policy, valid_from, proposed_by, at)
       select region_code, ?, programme, 2, ?::jsonb, valid_from, proposed_by, now() from app.policies returning id`,
      app.newId(),
      JSON.stringify(strict),
    );
    const [receiving, without, unsaid] = [await aWorker(), await aWorker(), await aWorker()];
    await linkTo(receiving, "dtsen", { decile: 1, pkh: true });
    await linkTo(without, "dtsen", { decile: 2, pkh: false, bpnt: false });
    await linkTo(unsaid, "dtsen", { decile: 2 });
    await judgePersons(app, { all: true });
    expect(await reasonsOf(receiving.id)).toEqual(["receives-bansos", "consent"]);
    expect(await reasonsOf(without.id)).toEqual(["consent"]);
    expect(await reasonsOf(unsaid.id)).toEqual(["bansos", "consent"]);
  });

  it("whoever feeds others comes first, by the people whom DTSEN holds on the family card", async () => {
    const familyCard = "1377931203100001";
    const [feeding, alone] = [await aWorker({ familyCard }), await aWorker()];
    const kind = "dtsen" as const;
    const batch = { id: await insertBatch(app, kind), kind };
    for (const name of ["Syafrizal", "Rosma", "Andi"]) await insertRecord(app, batch, { name, familyCard });
    await judgePersons(app, { all: true });
    expect((await judgementOf(feeding.id))!.priorityReasons).toContainEqual({
      code: "has-dependants",
      dependants: 2,
      points: 6,
    });
    expect((await judgementOf(alone.id))!.priorityReasons).toHaveLength(1);
  });

  it("the written work decides where no list does: no work, service of the state, an employer, an unknown word", async () => {
    expect(await reasonsForWork("TIDAK BEKERJA")).toEqual(["does-not-work", "consent"]);
    expect(await reasonsForWork("Mengurus Rumah Tangga")).toEqual(["does-not-work", "consent"]);
    expect(await reasonsForWork("Anggota TNI")).toEqual(["insured-by-the-state", "consent"]);
    expect(await reasonsForWork("Karyawan BUMN")).toEqual(["formally-employed", "consent"]);
    expect(await reasonsForWork("Karyawan toko")).toEqual(["formal-job", "consent"]);
    expect(await reasonsForWork("Pensiunan TNI yang bertani")).toEqual(["work", "consent"]);
    expect(await reasonsForWork("ART")).toEqual(["consent"]);
  });

  it("village officers are insured by their village and get no judgement", async () => {
    const officer = await aWorker({ targetGroup: "village-officer" });
    await judgePersons(app, { all: true });
    expect(await judgementOf(officer.id)).toBeUndefined();
  });

  it("repeated after a crash it writes nothing again and asks for no new publication", async () => {
    const workers = [await aWorker(), await aWorker()];
    expect(await judgePersons(app, { all: true })).toEqual({ judged: workers.length, changed: 2 });
    const trace = () => readRows(app, "select id from audit.entries union all select id from app.work");
    const before = await trace();
    expect(await judgePersons(app, { all: true })).toEqual({ judged: workers.length, changed: 0 });
    expect(await trace()).toEqual(before);
  });

  it("a crash between two portions leaves whole portions, and the repeat finishes", async () => {
    await aWorker();
    const breaking: App = {
      ...app,
      newId: () => {
        throw new Error("power cut");
      },
    };
    await ensureDefaultPolicy(app);
    await expect(judgePersons(breaking, { all: true })).rejects.toThrow("power cut");
    expect(await readRows(app, "select 1 as one from app.judgements")).toEqual([]);
    await judgePersons(app, { all: true });
    expect(await readRows(app, "select 1 as one from app.judgements")).toHaveLength(1);
  });

  it("judges 5,000 persons in a few seconds", async () => {
    const worker = await aWorker();
    await readRows(
      app,
      `insert into app.persons (region_code, id, code, village_code, kecamatan_code, full_name, birth_date, sex, occupation_text, occupation_group, nik_status, family_card_index, created_at, updated_at)
       select region_code, gen_random_uuid(), 'T-' || n, village_code, kecamatan_code, 'Pekerja ' || n, '1980-01-01', 'male', 'nelayan', 'fisher', 'belum-padan',
         sha256((n / 4)::text::bytea), now(), now() from app.persons, generate_series(1, 5000) n where id = ?`,
      worker.id,
    );
    const started = performance.now();
    expect((await judgePersons(app, { all: true })).judged).toBe(5001);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("access", () => {
  it("a village reads judgements of its own people only, without priority", async () => {
    await aWorker();
    const other = await insertBatch(app, "village-list", places.kampung);
    await insertPerson(app, other, { name: "Yusnimar", place: places.kampung });
    const foreign = await insertBatch(app, "village-list", places.elsewhere);
    await insertPerson(app, foreign, { name: "Zulkifli", place: places.elsewhere });
    await judgePersons(app, { all: true });
    const operator = anActor(app, "OPR", places.naras.code);
    expect(await readRowsAs(app, operator, "select village_code from app.judgements")).toEqual([
      { villageCode: places.naras.code },
    ]);
    for (const column of ["priority", "priority_reasons"])
      await expect(readRowsAs(app, operator, `select ${column} from app.judgements`)).rejects.toThrow(
        "permission denied",
      );
  });

  it("judges no row of another city", async () => {
    const foreign = await insertBatch(app, "village-list", places.elsewhere);
    const stranger = await insertPerson(app, foreign, { name: "Zulkifli", place: places.elsewhere });
    await judgePersons(app, { personIds: [stranger.id] });
    const cityApp: App = { ...app, config: { ...app.config, regionCode: "13.76" } };
    expect(await readRows(cityApp, "select 1 as one from app.judgements")).toEqual([]);
  });
});
