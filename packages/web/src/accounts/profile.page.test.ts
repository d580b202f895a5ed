import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@tuwai/server/app";
import { anActor, insertPlaces, places, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";
import { requireProof } from "./require-proof.ts";

const test = testDatabase();
let pages: Pages;
beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
});

const area = async (actor: Parameters<Pages["get"]>[1]) => (await pages.get("/profil", actor)).html;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe("the profile", () => {
  it("says who one is, in which role and where, and how to leave", async () => {
    const operator = { ...anActor(test.app, "OPR", places.naras.code), displayName: "Bu Yeni" };
    const { html } = await pages.get("/profil", operator);
    expect(html).toContain("Bu Yeni");
    expect(html).toContain("Operator desa/kelurahan");
    expect(html).toContain("Naras I");
    expect(html).toContain("Belum terpasang");
    expect(html).toContain('href="/profil/kode-kedua"');
    expect(html).toMatch(/<form[^>]*action="\/keluar"/);
    expect(html).not.toContain("<script");
  });

  it("names the whole city, an office or a branch, and never a sponsor's record", async () => {
    const sponsor = anActor(test.app, "SPN", test.app.newId());
    expect(await area(anActor(test.app, "MGR"))).toContain("Seluruh Kota Pariaman");
    expect(await area(anActor(test.app, "BND", "DINSOS"))).toContain("Perangkat daerah DINSOS");
    expect(await area(anActor(test.app, "BPJ", "cabang"))).toContain("cabang cabang");
    expect(await area(sponsor)).toContain("Mandat Anda sendiri");
    expect(await area(sponsor)).not.toContain(sponsor.scope);
  });

  it("sends strangers to sign in, and speaks English behind /en", async () => {
    expect((await pages.get("/profil")).headers.get("location")).toBe("/masuk?lanjut=%2Fprofil");
    expect((await pages.get("/en/profil", anActor(test.app, "MGR"))).html).toContain("My profile");
  });
});

describe("a page that wants the password proven just now", () => {
  const actor = { userId: "018f0000-0000-7000-8000-000000000001", role: "MGR", regionCode: "13.77" } as const;
  it("lets in whoever proved it less than four minutes ago, and nobody else", () => {
    expect(() => requireProof({ ...actor, steppedUpAt: minutesAgo(3) })).not.toThrow();
    expect(() => requireProof({ ...actor, steppedUpAt: minutesAgo(5) })).toThrow(AppError);
    expect(() => requireProof(actor)).toThrow("step-up-required");
  });
});
