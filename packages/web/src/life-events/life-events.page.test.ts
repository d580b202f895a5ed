import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
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
  path = `/pekerja/${code}/peristiwa`;
});

const form = (more: Readonly<Record<string, string>> = {}) => ({
  operasi: test.app.newId(),
  peristiwa: "died",
  tanggal: "2026-11-20",
  dasar: "family",
  "pemberi-kabar": "neighbour",
  ...more,
});

describe("life events of a worker", () => {
  it("are reached from the worker's page, recorded, shown and undone", async () => {
    const worker = path.replace("/peristiwa", "");
    const before = (await pages.get(worker, operator)).html;
    for (const address of [path, ...["meninggal", "pindah", "kerja"].map((kind) => `${path}?apa=${kind}`)])
      expect(before).toContain(`href="${address}"`);
    expect(before).toContain("Pengelola program kota mendapat tugas");
    expect((await pages.get(`${path}?apa=kerja`, operator)).html).toMatch(
      /value="formal-job"[^>]*checked|checked[^>]*value="formal-job"/,
    );
    expect((await pages.post(path, form(), operator)).headers.get("location")).toBe(path);
    const { html } = await pages.get(path, operator);
    expect(html).toContain("20 November 2026");
    expect(html).toContain("Keterangan keluarga");
    expect(html).toContain("Tetangga atau teman");
    const dead = (await pages.get(worker, operator)).html;
    expect(dead).toContain("Dilaporkan meninggal");
    // No cover, no benefit: the family must not be sent to BPJS for nothing.
    expect(dead).toContain("belum pernah terlindungi");
    expect(dead).not.toContain("Bantu ahli waris");
    expect(dead).not.toContain("bila meninggal hari ini");
    const id = /<button[^>]*value="([0-9a-f-]+)"/.exec(html)![1]!;
    await pages.post(path, { operasi: test.app.newId(), urungkan: id }, operator);
    expect((await pages.get(path, operator)).html).toContain("Diurungkan");
    expect((await pages.get(`/en${path}`, operator)).html).toContain("Undone");
  });

  it("say what is missing beside the field, and keep what was filled in", async () => {
    const empty = await pages.post(
      path,
      form({ peristiwa: "", tanggal: "kemarin", dasar: "", "pemberi-kabar": "" }),
      operator,
    );
    expect(empty.status).toBe(422);
    for (const sentence of [
      "Pilih apa yang terjadi.",
      "Isi tanggal kejadian.",
      "Pilih menurut apa ini dicatat.",
      "Pilih siapa yang memberi tahu.",
    ])
      expect(empty.html).toContain(sentence);
    const future = await pages.post(path, form({ tanggal: "2027-01-01" }), operator);
    expect(future.status).toBe(422);
    expect(future.html).toContain("Tanggal itu belum tiba.");
    expect(future.html).toContain('value="2027-01-01"');
  });

  it("take no number of anybody in the note, and do not show it again", async () => {
    const { status, html } = await pages.post(path, form({ keterangan: "NIK 1377920105790001" }), operator);
    expect(status).toBe(422);
    expect(html).toContain("Hapus nomor identitas dari keterangan.");
    expect(html).not.toContain("1377920105790001");
  });

  it("are the operator's and the data officer's; a head of the village has no form and no link", async () => {
    const head = anActor(test.app, "KDS", places.naras.code);
    expect((await pages.get(path, head)).status).toBe(403);
    expect((await pages.post(path, form(), head)).status).toBe(403);
    expect((await pages.get(path.replace("/peristiwa", ""), head)).html).not.toContain(path);
    const stranger = anActor(test.app, "OPR", places.kampung.code);
    expect((await pages.get(path, stranger)).status).toBe(404);
    expect((await pages.post(path, form(), stranger)).status).toBe(404);
  });
});
