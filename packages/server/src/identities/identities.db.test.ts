import type { ImportedRow } from "@tuwai/domain/intake";
import { civilDate } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { editPerson, getCorrections } from "#corrections";
import { explainPersonCover } from "#cover";
import { importKindOf } from "#intake";
import {
  anActor,
  applyRows,
  insertBatch,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { listNotices } from "#notifications";
import { getWorker, listWorkers } from "#workers";
import {
  askMerge,
  askSplit,
  decideIdentity,
  getIdentityDecision,
  previewMerge,
  undoIdentity,
} from "./index.ts";

const city = testDatabase();
const nik = "1377900105800001";
let operator: Actor;
let neighbour: Actor;
let data: Actor;
let second: Actor;
let kept: string;
let other: string;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  neighbour = anActor(city.app, "OPR", places.kampung.code);
  data = anActor(city.app, "DAT");
  second = anActor(city.app, "DAT");
  kept = await list(operator, { name: "Syafril Amri", nik, birthDate: civilDate("1980-05-01") });
  other = await list(neighbour, { name: "Safril Amri", occupation: "nelayan", address: "Jl. Pantai 3" });
});

/** A list of the operator's village with one row, as an import brings it; answers the code of the person it describes. */
async function list(by: Actor, row: ImportedRow): Promise<string> {
  const place = by.scope === places.naras.code ? places.naras : places.kampung;
  const batchId = await insertBatch(city.app, "village-list", place);
  const { applier } = importKindOf(city.app, "village-list");
  await applyRows(city.app, by, { applier, kind: "village-list", batchId }, [
    { ...row, villageCode: place.code },
  ]);
  const [found] = await readRows<{ code: string }>(
    city.app,
    `select p.code from app.person_records pr join app.source_records r on r.id = pr.record_id
      join app.persons p on p.id = pr.person_id where r.batch_id = ?`,
    batchId,
  );
  return found!.code;
}

const operation = () => ({ operationId: city.app.newId() });
const drain = () => drainToEmpty(city.app);

async function asked(by = data, personCode = kept, otherPersonCode = other): Promise<string> {
  const answer = await askMerge(city.app, by, { ...operation(), personCode, otherPersonCode });
  if (answer.outcome !== "asked") throw new Error(JSON.stringify(answer));
  return answer.decisionId;
}

const decide = (
  decisionId: string,
  by = second,
  verdict: "approve" | "refuse" = "approve",
  reason?: string,
) =>
  decideIdentity(city.app, by, {
    ...operation(),
    decisionId,
    version: 1,
    verdict,
    ...(reason === undefined ? {} : { reason }),
  });

async function merged(personCode = kept, otherPersonCode = other): Promise<string> {
  const id = await asked(data, personCode, otherPersonCode);
  expect(await decide(id)).toEqual({ outcome: "approved", personCode });
  await drain();
  return id;
}

const undo = (decisionId: string) => undoIdentity(city.app, data, { ...operation(), decisionId });
const idOf = async (code: string) =>
  (await readRows<{ id: string }>(city.app, "select id from app.persons where code = ?", code))[0]!.id;

/** A month that BPJS was paid for, as the ledger holds it of an enrolment that is over. */
async function paid(code: string, month: string, type: "paid" | "accepted" = "paid"): Promise<void> {
  await readRows(
    city.app,
    `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, type, effective_on, recorded_at, month,
       payer, details, evidence_type, evidence_id, natural_key)
     select region_code, ?, village_code, kecamatan_code, id, ?, ?::date + 9, app.now(), ?::date, 'apbd', '{"amountRupiah": 16800}',
       'import-batch', 'b', ? from app.persons where code = ?`,
    city.app.newId(),
    type,
    month,
    month,
    `${type}|${month}`,
    code,
  );
}

/** Entries that were withdrawn stay as rows and say nothing. */
const living = (table: string) =>
  table === "persons" ? "(select * from app.persons where withdrawn_at is null)" : `app.${table}`;

/** Every row of every table that says something of a person, but for when it was last computed and under which seal. */
async function everything(): Promise<unknown> {
  const tables = [
    "persons",
    "person_records",
    "source_records",
    "person_edits",
    "links",
    "life_events",
    "consents",
  ];
  const ledger = [
    "enrolments",
    "packet_lines",
    "obligations",
    "cover_events",
    "cover_states",
    "endorsement_items",
    "sponsorships",
  ];
  const rows: Record<string, unknown> = {};
  for (const table of [...tables, ...ledger, "person_memberships", "person_welfare"])
    rows[table] = await readRows(
      city.app,
      `select md5(string_agg(t.row::text, '|' order by t.row::text)) as rows, count(*)::int as n from (select to_jsonb(x) - '{updated_at,at,version}'::text[]
        - array(select key from jsonb_object_keys(to_jsonb(x)) as key where key like '%sealed') as row from ${living(table)} x) t`,
    );
  rows["money"] = await readRows(
    city.app,
    "select village_code, sum((details->>'amountRupiah')::int)::int as rupiah from app.cover_events group by 1 order by 1",
  );
  return rows;
}

async function say(
  by: Actor,
  personCode: string,
  fields: Parameters<typeof editPerson>[2]["fields"],
): Promise<void> {
  const { version } = await getCorrections(city.app, by, { personCode });
  await editPerson(city.app, by, {
    ...operation(),
    personCode,
    version,
    fields,
    source: "card",
    toldOn: "2026-11-20",
  });
}

describe("a merge", () => {
  test("reads both entries as one person, and both codes mean the kept one", async () => {
    await say(neighbour, other, { phone: "081234567890" });
    await paid(other, "2026-09-01", "accepted");
    await paid(other, "2026-10-01");
    await merged();
    const worker = await getWorker(city.app, data, { personCode: other });
    expect(worker).toMatchObject({
      code: kept,
      fullName: "Safril Amri",
      address: "Jl. Pantai 3",
      nik: expect.any(String),
    });
    expect(worker.sources).toHaveLength(2);
    const { history } = await getCorrections(city.app, data, { personCode: kept });
    expect(history.map(({ field }) => field)).toEqual(["phone"]);
    const { explanation } = await explainPersonCover(city.app, data, { personCode: kept });
    expect(explanation.dates.paidUntil).not.toBeNull();
    expect((await listWorkers(city.app, data, {})).rows.map(({ code }) => code)).toEqual([kept]);
    expect(await readRows(city.app, "select person_id from app.cover_states")).toEqual([
      { personId: await idOf(kept) },
    ]);
  });

  test.each([
    { name: "across villages, with edits and money", edits: true, ledger: true, sameVillage: false },
    { name: "in one village", edits: false, ledger: true, sameVillage: true },
    { name: "of bare rows", edits: false, ledger: false, sameVillage: false },
  ])("taken back leaves every row of both where it was: $name", async ({ edits, ledger, sameVillage }) => {
    if (sameVillage)
      other = await list(operator, { name: "Safril Amri", birthDate: civilDate("1980-05-02") });
    const by = sameVillage ? operator : neighbour;
    if (edits) await say(by, other, { phone: "081234567890", occupation: "buruh tani" });
    if (ledger) await paid(other, "2026-10-01");
    if (ledger) await paid(kept, "2026-11-01");
    await readRows(
      city.app,
      `insert into app.work (region_code, id, topic, payload) select '13.77', ?, 'cover.refresh', jsonb_build_object('personIds',
        jsonb_agg(id)) from app.persons`,
      city.app.newId(),
    );
    await drain();
    const before = await everything();
    const id = await merged();
    expect(await everything()).not.toEqual(before);
    expect(await undo(id)).toEqual({ outcome: "undone", personCode: kept, otherPersonCode: other });
    await drain();
    expect(await everything()).toEqual(before);
    expect(await undo(id)).toEqual({ outcome: "refused", reasons: ["not-standing"] });
  });

  test("lets the next list of either village mean the same person, and makes nobody new", async () => {
    await merged();
    await list(neighbour, {
      name: "Safril Amri",
      occupation: "tukang ojek",
      address: "Jl. Pantai 3",
      personCode: other,
    });
    await list(operator, {
      name: "Syafril Amri",
      nik,
      birthDate: civilDate("1980-05-01"),
      phone: "081234567890",
    });
    await drain();
    expect((await listWorkers(city.app, data, {})).rows).toHaveLength(1);
    expect(await getWorker(city.app, data, { personCode: kept })).toMatchObject({
      occupationText: "tukang ojek",
      fullName: "Syafril Amri",
    });
  });

  test("of two villages is told to the operators of both, and so is its undoing", async () => {
    const id = await merged();
    const told = { personCode: kept, otherCode: other, villageCode: places.naras.code };
    for (const reader of [operator, neighbour])
      expect(await listNotices(city.app, reader)).toMatchObject([{ kind: "person-merged", payload: told }]);
    expect(await listNotices(city.app, anActor(city.app, "OPR", "13.77.01.1005"))).toEqual([]);
    await undo(id);
    expect((await listNotices(city.app, neighbour)).map(({ kind }) => kind)).toEqual([
      "person-merge-undone",
      "person-merged",
    ]);
  });

  test("needs a second data officer, and a reason to say no", async () => {
    const id = await asked();
    await expect(decide(id, data)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(id, second, "refuse")).toEqual({ outcome: "refused", reasons: ["without-reason"] });
    expect(await decide(id, second, "refuse", "bersaudara")).toMatchObject({ outcome: "not-approved" });
    expect(await decide(id)).toEqual({ outcome: "refused", reasons: ["already-settled"] });
    expect((await listWorkers(city.app, data, {})).rows).toHaveLength(2);
  });

  test("may be asked by a village for its own people only, and is never decided there", async () => {
    const twin = await list(operator, { name: "Safril Amri", birthDate: civilDate("1980-05-02") });
    await expect(asked(operator)).rejects.toMatchObject({ code: "not-found" });
    const id = await asked(operator, kept, twin);
    await expect(decide(id, operator)).rejects.toMatchObject({ code: "forbidden" });
    expect(await decide(id)).toMatchObject({ outcome: "approved" });
  });

  test("is refused with all reasons, and not while it waits twice", async () => {
    const stranger = await list(neighbour, { name: "Safrizal", nik: "1377900105800002" });
    await say(data, stranger, { sex: "male" });
    const pair = { personCode: kept, otherPersonCode: stranger };
    const refusal = { outcome: "refused", reasons: ["different-nik", "edit-waiting"] };
    expect(await askMerge(city.app, data, { ...operation(), ...pair })).toEqual(refusal);
    expect((await previewMerge(city.app, data, pair)).reasons).toEqual(refusal.reasons);
    await asked();
    expect(
      await askMerge(city.app, data, { ...operation(), personCode: kept, otherPersonCode: other }),
    ).toEqual({
      outcome: "refused",
      reasons: ["already-asked"],
    });
  });

  test("shows before what stands afterwards and what is read along", async () => {
    await paid(other, "2026-10-01");
    const preview = await previewMerge(city.app, data, { personCode: kept, otherPersonCode: other });
    expect(preview).toMatchObject({ nik: "one", reasons: [], moves: { listRows: 1, coverEvents: 1 } });
    expect(preview.fields).toContainEqual({
      field: "address",
      kept: null,
      other: "Jl. Pantai 3",
      after: "Jl. Pantai 3",
    });
    const id = await asked();
    expect(await getIdentityDecision(city.app, second, { decisionId: id })).toMatchObject({
      kind: "merge",
      state: "waiting",
      mayDecide: true,
      merge: { moves: { coverEvents: 1 } },
    });
  });
});

describe("a split", () => {
  test("gives a row to somebody new, and back when it is taken back", async () => {
    await list(operator, {
      name: "Syafril Amri",
      nik,
      birthDate: civilDate("1980-05-01"),
      occupation: "nelayan",
    });
    await drain();
    const before = await everything();
    const rows = (await getWorker(city.app, data, { personCode: kept })).sources!;
    const recordId = rows[0]!.recordId!;
    const ask = { ...operation(), personCode: kept, recordId };
    const answer = await askSplit(city.app, data, ask);
    if (answer.outcome !== "asked") throw new Error(JSON.stringify(answer));
    expect(await decide(answer.decisionId)).toMatchObject({ outcome: "approved" });
    await drain();
    expect((await listWorkers(city.app, data, {})).rows).toHaveLength(3);
    expect(await getWorker(city.app, data, { personCode: kept })).toMatchObject({ occupationText: null });
    expect(await undo(answer.decisionId)).toMatchObject({ outcome: "undone", personCode: kept });
    await drain();
    expect(await everything()).toEqual(before);
  });

  test("of the only row a person has is refused", async () => {
    const rows = (await getWorker(city.app, data, { personCode: kept })).sources!;
    const ask = { ...operation(), personCode: kept, recordId: rows[0]!.recordId! };
    expect(await askSplit(city.app, operator, ask)).toEqual({ outcome: "refused", reasons: ["only-row"] });
  });
});
