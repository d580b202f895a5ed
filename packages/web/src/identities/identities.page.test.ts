import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { anActor, anEndorsedPerson, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let asker: Actor;
let second: Actor;
let kept: string;
let other: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  asker = anActor(test.app, "DAT");
  second = anActor(test.app, "DAT");
  kept = (await anEndorsedPerson(test.app)).code;
  other = (await anEndorsedPerson(test.app, { name: "Safril Amri", nik: null, isEndorsed: false })).code;
});

const merge = () => `/pekerja/${kept}/gabung`;
const operation = () => ({ operasi: test.app.newId() });

describe("merging two entries", () => {
  it("is asked after a comparison, decided by a second officer, leads from both codes to one page, and is undone", async () => {
    expect((await pages.get(`/pekerja/${kept}`, asker)).html).toContain(`href="${merge()}"`);
    const { html } = await pages.get(`${merge()}?dengan=${other}`, asker);
    expect(html).toContain("Usulkan penggabungan");
    await pages.post(merge(), { ...operation(), dengan: other }, asker);
    expect((await pages.get("/kerja", second)).html).toContain("1 usulan gabung atau pisah menunggu Anda");
    const path = /href="(\/identitas\/[0-9a-f-]+)"/.exec((await pages.get("/identitas", second)).html)![1]!;
    expect((await pages.get(path, asker)).html).toContain("Anda yang mengusulkan");
    await pages.post(path, { ...operation(), versi: "1", putusan: "setuju" }, second);
    expect((await pages.get(`/pekerja/${other}`, asker)).headers.get("location")).toBe(`/pekerja/${kept}`);
    await pages.post(path, { ...operation(), putusan: "urungkan" }, asker);
    expect((await pages.get(`/pekerja/${other}`, asker)).status).toBe(200);
  });

  it("says why not and what to do, and nothing of a code that nobody has", async () => {
    const third = (await anEndorsedPerson(test.app, { name: "Zulkifli" })).code;
    const { html } = await pages.get(`${merge()}?dengan=${third}`, asker);
    expect(html).toContain("NIK keduanya berbeda");
    expect(html).not.toContain("Usulkan penggabungan");
    expect((await pages.get(`${merge()}?dengan=entah`, asker)).html).toContain("Kode itu tidak ada");
    expect((await pages.post(merge(), { ...operation(), dengan: third }, asker)).status).toBe(422);
  });
});
