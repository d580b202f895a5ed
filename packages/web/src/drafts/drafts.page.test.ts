import type { Actor } from "@tuwai/server/app";
import { declareCommitments } from "@tuwai/server/commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
const path = `/anggaran/komitmen/${naras.code}/naskah`;
let pages: Pages;
let head: Actor;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  const batchId = await insertBatch(app, "village-officers");
  const office = { targetGroup: "village-officer", occupationGroup: "Kader Posyandu" };
  await insertPerson(app, batchId, { name: "Rosmaniar", ...office });
});

it("a village finds its papers, what each lacks, and a working copy to edit", async () => {
  const { app } = test;
  expect((await pages.get(`${path}?tahun=2027`, head)).html).toContain("Belum ada yang dijanjikan");
  const lines = [{ group: "kader", heads: 1, months: 12, source: "add" }];
  const said = { villageCode: naras.code, year: 2027, lines, intent: "declare" as const };
  await declareCommitments(app, head, { operationId: app.newId(), ...said });
  const { html } = await pages.get(`${path}?tahun=2027`, head);
  for (const words of ["1 dari 3 naskah siap dicetak", "kode rekening belum ada", "Salinan kerja (Word)"])
    expect(html).toContain(words);
  expect(html).not.toContain("Rosmaniar");
  const file = await pages.get(`${path}/berkas?tahun=2027&jenis=sk&bentuk=word`, head);
  expect(file.status).toBe(200);
  expect(file.html).toContain("KEPUTUSAN KEPALA DESA NARAS I");
});
