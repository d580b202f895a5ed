import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { recordWorkersConsent } from "@tuwai/server/consents";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;
let path: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
  const { code } = await anEndorsedPerson(test.app);
  await recordWorkersConsent(test.app, operator, {
    operationId: test.app.newId(),
    personCode: code,
    consent: "written",
  });
  path = `/pekerja/${code}/persetujuan`;
});

const form = (more: Readonly<Record<string, string>> = {}) => ({
  operasi: test.app.newId(),
  siapa: "self",
  cara: "call",
  tanggal: "2026-11-20",
  ...more,
});

it("consent is withdrawn from the worker's page, which says what stops, what is kept and who acts", async () => {
  const worker = path.replace("/persetujuan", "");
  expect((await pages.get(worker, operator)).html).toContain(`href="${path}"`);
  const { html } = await pages.get(path, operator);
  for (const words of ["Yang berhenti", "Yang tetap disimpan", "Pengelola program kota mendapat tugas"])
    expect(html).toContain(words);
  const empty = await pages.post(path, form({ siapa: "", cara: "" }), operator);
  expect(empty.status).toBe(422);
  expect(empty.html).toContain("Pilih siapa yang mengatakannya.");
  const numbered = await pages.post(path, form({ keterangan: "NIK 1377920105790001" }), operator);
  expect(numbered.html).not.toContain("1377920105790001");
  expect((await pages.post(path, form(), operator)).status).toBe(303);
  const after = (await pages.get(path, operator)).html;
  expect(after).toContain("Persetujuan dicabut atau ditolak.");
  expect((await pages.get(worker, operator)).html).toContain("Dicabut");
  const id = /<button[^>]*value="([0-9a-f-]+)"/.exec(after)![1]!;
  await pages.post(path, { operasi: test.app.newId(), urungkan: id }, operator);
  expect((await pages.get(path, operator)).html).toContain("Persetujuan tercatat.");
  expect((await pages.get(`/en${path}`, operator)).html).toContain("Undone");
});

it("is no page of whoever may not withdraw for others", async () => {
  expect((await pages.get(path, anActor(test.app, "KDS", places.naras.code))).status).toBe(403);
  expect((await pages.get(path, anActor(test.app, "OPR", places.kampung.code))).status).toBe(404);
});
