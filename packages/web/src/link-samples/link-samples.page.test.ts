import { fillLinkSample, listLinkSamples } from "@tuwai/server/link-samples";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
const path = "/padan/mutu";
const data = () => anActor(test.app, "DAT");
const person = {
  name: "Rosmaniar",
  nik: "1377934305790001",
  birthDate: "1979-05-03",
  sex: "female" as const,
};

beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
  const [register, list] = [
    await insertBatch(test.app, "dtsen"),
    await insertBatch(test.app, "village-list"),
  ];
  const attributes = { decile: 7, asOf: "2026-11-01" };
  const recordId = await insertRecord(test.app, { id: register, kind: "dtsen" }, { ...person, attributes });
  const { id } = await insertPerson(test.app, list, person);
  await readRows(
    test.app,
    `insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
     select region_code, gen_random_uuid(), village_code, kecamatan_code, id, ?::uuid, 'dtsen', 0.9987, '[]', 'automatic', app.now()
     from app.persons where id = ?::uuid`,
    recordId,
    id,
  );
});

it("draws a sample, asks blind, and has what was measured as its title", async () => {
  const actor = data();
  expect((await pages.get(path, actor)).html).toContain("Mutu pemadanan belum pernah diukur");
  expect((await pages.post(path, { operasi: test.app.newId() }, actor)).status).toBe(303);
  const { samples } = await listLinkSamples(test.app, actor);
  await fillLinkSample(test.app, { sampleId: samples[0]!.id });
  expect((await pages.get(path, actor)).html).toContain("1 pasangan sampel menunggu jawaban");
  const answer = `${path}/jawab`;
  const { html } = await pages.get(answer, actor);
  expect(html).toContain("Rosmaniar");
  expect(html).not.toMatch(/0,9987|99,8|99,9|desil/i);
  expect(html).not.toContain("Batalkan jawaban");
  const pasangan = /name="pasangan" value="([^"]+)"/.exec(html)![1]!;
  expect((await pages.post(answer, { pasangan, operasi: test.app.newId() }, actor)).status).toBe(422);
  const sent = { pasangan, operasi: test.app.newId(), jawab: "same" };
  expect((await pages.post(answer, sent, actor)).status).toBe(303);
  const measured = await pages.get(path, actor);
  expect(measured.html).toContain("100% padanan benar (antara 20,7% dan 100%)");
  expect(measured.html).toContain("indonesian-persons");
  expect((await pages.post(answer, { batalkan: "ya", operasi: test.app.newId() }, actor)).status).toBe(303);
  expect((await pages.get(`/en${path}`, actor)).html).toContain("1 pair of the sample waits for an answer");
});

it("is for data officers alone", async () => {
  for (const role of ["MGR", "EXE", "AUD"] as const)
    expect((await pages.get(path, anActor(test.app, role))).status).toBe(403);
});
