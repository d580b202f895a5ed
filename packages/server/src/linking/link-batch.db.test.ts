import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "#app";
import { decideLink } from "#link-review";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { linkBatch } from "./link-batch.ts";

let app: App;
const test = testDatabase();
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
});

const rosmaniar = {
  name: "Rosmaniar",
  nik: "1377934305790001",
  familyCard: "1377930101120007",
  birthDate: "1979-05-03",
  sex: "female",
} as const;
const others = [
  {
    name: "Syafrizal",
    nik: "1377930107720002",
    familyCard: "1377930101120008",
    birthDate: "1972-07-01",
    sex: "male",
  },
  {
    name: "Yusnimar",
    nik: "1377935203810001",
    familyCard: "1377930101120009",
    birthDate: "1981-03-12",
    sex: "female",
  },
  {
    name: "Zulkifli",
    nik: "1377931911650003",
    familyCard: "1377930101120010",
    birthDate: "1965-11-19",
    sex: "male",
  },
] as const;

async function aRegistry(
  kind: "dtsen" | "bpjs-members" | "civil-servants",
  rows: readonly Parameters<typeof insertRecord>[2][],
) {
  const id = await insertBatch(app, kind);
  const ids = [];
  for (const row of rows) ids.push(await insertRecord(app, { id, kind }, row));
  return { id, ids };
}
const withDecile = (decile: number) => ({ attributes: { decile, release: "2026-08", asOf: "2026-08-31" } });
const liveLinks = () =>
  readRows<{ personId: string; recordId: string; kind: string; origin: string }>(
    app,
    "select person_id, record_id, kind, origin from app.links where ended_at is null order by kind, person_id",
  );
const questions = () =>
  readRows<{
    id: string;
    personId: string;
    recordId: string;
    otherPersonId: string;
    kind: string;
    state: string;
    version: number;
  }>(
    app,
    "select id, person_id, record_id, other_person_id, kind, state, version from app.link_questions order by id",
  );

describe("linkBatch", () => {
  it("links a person with the registry record of the same NIK, takes over decile and membership, and asks for a judgement", async () => {
    const dtsen = await aRegistry("dtsen", [
      { ...rosmaniar, ...withDecile(2) },
      ...others.map((row) => ({ ...row, ...withDecile(5) })),
    ]);
    const members = await aRegistry("bpjs-members", [
      {
        name: "ROSMANIAR",
        nik: rosmaniar.nik,
        birthDate: rosmaniar.birthDate,
        attributes: { status: "active", asOf: "2026-10-31" },
      },
    ]);
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    await linkBatch(app, { batchId: list });
    expect(await liveLinks()).toEqual([
      { personId: person.id, recordId: members.ids[0], kind: "bpjs-members", origin: "automatic" },
      { personId: person.id, recordId: dtsen.ids[0], kind: "dtsen", origin: "automatic" },
    ]);
    expect(
      await readRows(
        app,
        "select decile, release, as_of from app.person_welfare where person_id = ?",
        person.id,
      ),
    ).toEqual([{ decile: 2, release: "2026-08", asOf: "2026-08-31" }]);
    expect(
      await readRows(app, "select status, as_of from app.person_memberships where person_id = ?", person.id),
    ).toEqual([{ status: "active", asOf: "2026-10-31" }]);
    expect(await readRows(app, "select nik_status from app.persons where id = ?", person.id)).toEqual([
      { nikStatus: "padan" },
    ]);
    const judged = await readRows<{ payload: object }>(
      app,
      "select payload from app.work where topic = 'eligibility.judge'",
    );
    expect(judged.map((row) => row.payload)).toEqual([{ personIds: [person.id] }]);
  });

  it("keeps no digit of a NIK or family card in links, questions, audit, work or progress", async () => {
    await aRegistry("dtsen", [
      { ...rosmaniar, ...withDecile(2) },
      { ...others[0], ...withDecile(3) },
    ]);
    const list = await insertBatch(app, "village-list");
    await insertPerson(app, list, rosmaniar);
    await insertPerson(app, list, { ...others[0], nik: "1377930107720003", birthDate: "1972-01-07" });
    await linkBatch(app, { batchId: list });
    const [text] = await readRows<{ all: string }>(
      app,
      `select (select coalesce(string_agg(evidence::text, ''), '') from app.links) || (select coalesce(string_agg(evidence::text, ''), '') from app.link_questions)
         || (select string_agg(details::text, '') from audit.entries) || (select string_agg(payload::text, '') from app.work)
         || (select string_agg(coalesce(progress::text, ''), '') from app.import_batches) as all`,
    );
    expect(text!.all).toContain('"comparison"');
    for (const number of [rosmaniar.nik, rosmaniar.familyCard, others[0].nik])
      for (const part of [number.slice(0, 6), number.slice(6, 12), number.slice(-6)])
        expect(text!.all).not.toContain(part);
  });

  it("asks instead of linking when two records could be the person, and says nothing of strangers", async () => {
    await aRegistry("dtsen", [
      { name: "Rosmaniar", birthDate: "1979-05-03", sex: "female", ...withDecile(2) },
      { name: "Rosmaniar", birthDate: "1979-05-03", sex: "female", ...withDecile(6) },
      ...others.map((row) => ({ ...row, ...withDecile(5) })),
    ]);
    const list = await insertBatch(app, "village-list");
    const { id } = await insertPerson(app, list, {
      name: "Rosmaniar",
      birthDate: "1979-05-03",
      sex: "female",
    });
    await insertPerson(app, list, { name: "Darwis Sikumbang", birthDate: "1950-02-02", sex: "male" });
    await linkBatch(app, { batchId: list });
    expect(await liveLinks()).toEqual([]);
    const asked = await questions();
    expect(asked.map((question) => [question.personId, question.kind, question.state])).toEqual([
      [id, "dtsen", "open"],
      [id, "dtsen", "open"],
    ]);
  });

  it("gives one record to one person only: the weaker claim becomes the question whether both persons are one", async () => {
    await aRegistry("dtsen", [
      { ...rosmaniar, ...withDecile(2) },
      ...others.map((row) => ({ ...row, ...withDecile(5) })),
    ]);
    const first = await insertBatch(app, "village-list");
    const strong = await insertPerson(app, first, rosmaniar);
    await linkBatch(app, { batchId: first });
    const second = await insertBatch(app, "village-list", places.kampung);
    const weak = await insertPerson(app, second, {
      name: "Rosmaniar",
      birthDate: "1979-05-03",
      sex: "female",
      place: places.kampung,
    });
    await linkBatch(app, { batchId: second });
    expect((await liveLinks()).map((link) => link.personId)).toEqual([strong.id]);
    expect(await questions()).toMatchObject([
      { personId: weak.id, otherPersonId: strong.id, kind: "person", state: "open" },
    ]);
  });

  it("asks about the same NIK in two villages and merges nobody", async () => {
    const first = await insertBatch(app, "village-list");
    const a = await insertPerson(app, first, rosmaniar);
    await linkBatch(app, { batchId: first });
    const second = await insertBatch(app, "village-list", places.kampung);
    const b = await insertPerson(app, second, {
      ...rosmaniar,
      name: "Rosmaniar binti Amri",
      place: places.kampung,
    });
    await linkBatch(app, { batchId: second });
    expect(await questions()).toMatchObject([
      { personId: b.id, otherPersonId: a.id, kind: "person", state: "open" },
    ]);
    expect(await readRows(app, "select id from app.persons where withdrawn_at is null")).toHaveLength(2);
  });

  it("repeated after a crash it makes nothing twice", async () => {
    await aRegistry("dtsen", [
      { ...rosmaniar, ...withDecile(2) },
      ...others.map((row) => ({ ...row, ...withDecile(5) })),
    ]);
    const list = await insertBatch(app, "village-list");
    await insertPerson(app, list, rosmaniar);
    await insertPerson(app, list, { name: "Syafrizal", birthDate: "1972-07-01", sex: "male" });
    await linkBatch(app, { batchId: list });
    const before = [await liveLinks(), await questions()];
    await forgetThatLinkingFinished(list);
    await linkBatch(app, { batchId: list });
    expect([await liveLinks(), await questions()]).toEqual(before);
    expect(await readRows(app, "select id from app.links")).toHaveLength(before[0]!.length);
  });

  it("finishes what a crash half way left: links without the facts that follow from them", async () => {
    const dtsen = await aRegistry("dtsen", [{ ...rosmaniar, ...withDecile(2) }]);
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    const breaking: App = { ...app, newId: countdown(2, app.newId) };
    await expect(linkBatch(breaking, { batchId: list })).rejects.toThrow("power cut");
    await linkBatch(app, { batchId: list });
    expect(await liveLinks()).toMatchObject([{ personId: person.id, recordId: dtsen.ids[0] }]);
    expect(await readRows(app, "select decile from app.person_welfare")).toEqual([{ decile: 2 }]);
    expect(
      await readRows(app, "select 1 as one from app.work where topic = 'eligibility.judge'"),
    ).not.toEqual([]);
  });

  it("a registry that comes later is linked with everyone already listed", async () => {
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    await linkBatch(app, { batchId: list });
    const servants = await aRegistry("civil-servants", [{ ...rosmaniar }]);
    await linkBatch(app, { batchId: servants.id });
    expect(await liveLinks()).toMatchObject([{ personId: person.id, kind: "civil-servants" }]);
  });

  it("a newer release takes the link along with the decision, and undoing the release brings it back", async () => {
    const list = await insertBatch(app, "village-list");
    const old = await aRegistry("dtsen", [{ ...rosmaniar, ...withDecile(2) }]);
    const person = await insertPerson(app, list, rosmaniar);
    await linkBatch(app, { batchId: list });
    const fresh = await insertBatch(app, "dtsen");
    await readRows(
      app,
      "update app.source_records set withdrawn_at = now(), superseded_by = ? where batch_id = ?",
      fresh,
      old.id,
    );
    const newer = await insertRecord(app, { id: fresh, kind: "dtsen" }, { ...rosmaniar, ...withDecile(4) });
    await linkBatch(app, { batchId: fresh });
    expect(await liveLinks()).toMatchObject([{ personId: person.id, recordId: newer }]);
    expect(await readRows(app, "select decile from app.person_welfare")).toEqual([{ decile: 4 }]);
    await readRows(app, "update app.import_batches set state = 'undone' where id = ?", fresh);
    await readRows(app, "update app.source_records set withdrawn_at = now() where id = ?", newer);
    await readRows(
      app,
      "update app.source_records set withdrawn_at = null, superseded_by = null where batch_id = ?",
      old.id,
    );
    await linkBatch(app, { batchId: fresh });
    expect(await liveLinks()).toMatchObject([{ personId: person.id, recordId: old.ids[0] }]);
    expect(await readRows(app, "select decile from app.person_welfare")).toEqual([{ decile: 2 }]);
  });

  it("takes the decile of the family card when the person stands in no record", async () => {
    await aRegistry("dtsen", [{ ...others[0], familyCard: rosmaniar.familyCard, ...withDecile(3) }]);
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    await linkBatch(app, { batchId: list });
    expect(await liveLinks()).toEqual([]);
    expect(await readRows(app, "select person_id, decile from app.person_welfare")).toEqual([
      { personId: person.id, decile: 3 },
    ]);
  });

  it("a list taken back ends its links and questions", async () => {
    await aRegistry("dtsen", [{ ...rosmaniar, ...withDecile(2) }]);
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    await linkBatch(app, { batchId: list });
    await readRows(app, "update app.import_batches set state = 'undone' where id = ?", list);
    await readRows(app, "update app.persons set withdrawn_at = now() where id = ?", person.id);
    await linkBatch(app, { batchId: list });
    expect(await liveLinks()).toEqual([]);
    expect(await readRows(app, "select decile from app.person_welfare")).toEqual([]);
  });

  it("never asks again what was answered, not even when the engine is sure", async () => {
    await aRegistry("dtsen", [
      { name: "Rosmaniar", birthDate: "1979-05-03", sex: "female", ...withDecile(2) },
      { name: "Rosmaniar", birthDate: "1979-05-03", sex: "female", ...withDecile(6) },
    ]);
    const list = await insertBatch(app, "village-list");
    await insertPerson(app, list, { name: "Rosmaniar", birthDate: "1979-05-03", sex: "female" });
    await linkBatch(app, { batchId: list });
    const [one] = await questions();
    const officer = anActor(app, "DAT");
    await decideLink(app, officer, {
      operationId: app.newId(),
      questionId: one!.id,
      version: one!.version,
      verdict: "different",
    });
    await forgetThatLinkingFinished(list);
    await linkBatch(app, { batchId: list });
    expect((await questions()).find((question) => question.id === one!.id)!.state).toBe("different");
    expect((await liveLinks()).filter((link) => link.recordId === one!.recordId)).toEqual([]);
  });

  it("links lists that wait together in one run, and the second message finds nothing to do", async () => {
    await aRegistry("dtsen", [
      { ...rosmaniar, ...withDecile(2) },
      { ...others[0], ...withDecile(3) },
    ]);
    const first = await insertBatch(app, "village-list");
    const second = await insertBatch(app, "village-list", places.kampung);
    await insertPerson(app, first, rosmaniar);
    await insertPerson(app, second, { ...others[0], place: places.kampung });
    await linkBatch(app, { batchId: first });
    expect(await liveLinks()).toHaveLength(2);
    const messages = () => readRows(app, "select id from app.work");
    const before = await messages();
    await linkBatch(app, { batchId: second });
    expect(await messages()).toEqual(before);
  });

  it("sees no row of another city", async () => {
    const list = await insertBatch(app, "village-list");
    const person = await insertPerson(app, list, rosmaniar);
    const foreign = await insertBatch(app, "village-list", places.elsewhere);
    await insertPerson(app, foreign, { ...rosmaniar, place: places.elsewhere });
    await linkBatch(app, { batchId: list });
    expect(await questions()).toEqual([]);
    await linkBatch(app, { batchId: foreign });
    expect(await readRows(app, "select id from app.persons")).toEqual([{ id: person.id }]);
  });
});

/** As after a crash before the last step: everything is written, only the mark that it is done is missing. */
const forgetThatLinkingFinished = (batchId: string) =>
  readRows(app, "update app.import_batches set progress = null where id = ?", batchId);

/** Ids until the count is used up, then a failure: the process dies between two portions of work. */
function countdown(left: number, newId: () => string): () => string {
  let used = 0;
  return () => {
    used += 1;
    if (used > left) throw new Error("power cut");
    return newId();
  };
}
