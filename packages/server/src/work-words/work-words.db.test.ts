import { beforeEach, expect, it } from "vitest";
import type { App } from "#app";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import { drainWork } from "#work";
import { judgePersons } from "#eligibility";
import { explainWork, listUnknownWork } from "./index.ts";

const test = testDatabase();
let app: App;
let person: { readonly id: string };

beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  const list = await insertBatch(app, "village-list");
  person = await insertPerson(app, list, {
    name: "Syafrizal",
    nik: "1377930107720011",
    birthDate: "1972-07-01",
    sex: "male",
    attributes: { occupation: "Kuda  beban!" },
  });
  await readRows(
    app,
    "update app.persons set occupation_text = 'Kuda  beban!', occupation_group = 'unknown' where id = ? returning id",
    person.id,
  );
  await judgePersons(app, { all: true });
});

const operator = (place: string = places.naras.code) => anActor(app, "OPR", place);
const explain = (meaning: string) =>
  explainWork(app, operator(), { operationId: app.newId(), text: "kuda beban", meaning });
const facts = async () =>
  (
    await readRows<{ group: string; sector: string; missing: boolean }>(
      app,
      `select p.occupation_group as "group", p.sector, j.reasons @> '[{"fact": "work"}]'::jsonb as missing
       from app.persons p join app.judgements j on j.person_id = p.id where p.id = ?`,
      person.id,
    )
  )[0];

it("a word that nobody can place is asked of the own village alone, and its people wait", async () => {
  expect(await listUnknownWork(app, operator())).toEqual({
    words: [{ word: "kuda beban", people: 1, suggests: null }],
    total: 1,
  });
  expect((await listUnknownWork(app, operator(places.kampung.code))).total).toBe(0);
  expect(await facts()).toEqual({ group: "unknown", sector: "other", missing: true });
});

it("once it was said whoever does it is read and judged anew, by the sector of the answer", async () => {
  await explain("courier");
  await drainWork(app);
  expect(await facts()).toEqual({ group: "courier", sector: "transport", missing: false });
  expect((await listUnknownWork(app, operator())).total).toBe(0);
});

it("a later answer takes the place of an earlier one", async () => {
  await explain("courier");
  await drainWork(app);
  await explain("not-working");
  await drainWork(app);
  expect(await facts()).toMatchObject({ group: "not-working", sector: "other" });
  const [judged] = await readRows<{ outcome: string }>(app, "select outcome from app.judgements");
  expect(judged).toEqual({ outcome: "ineligible" });
});

it("a village says nothing about words that only others carry", async () => {
  const stranger = operator(places.kampung.code);
  const asked = { operationId: app.newId(), text: "kuda beban", meaning: "courier" };
  expect(await explainWork(app, stranger, asked)).toEqual({
    outcome: "refused",
    reasons: ["not-written-here"],
  });
  expect(await readRows(app, "select written from app.value_meanings")).toEqual([]);
});

it("a meaning outside the list is refused", async () => {
  await expect(explain("astronaut")).rejects.toMatchObject({ code: "invalid-input" });
});
