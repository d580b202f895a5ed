import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { enterEstimateSource, ensureIndicators } from "@tuwai/server/indicators";
import {
  anActor,
  anEndorsedPerson,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
let pages: Pages;
let manager: Actor;
const naras = places.naras.code;

beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
  manager = { ...anActor(test.app, "MGR"), displayName: "Bu Rina" };
});

/** Places with people, so that the shipped sources make an estimate. */
async function withEstimate(people = 21_438): Promise<void> {
  await readRows(
    test.app,
    `update app.regions set population = ?::int, population_source = 'BPS 2024' where region_code = '13.77' and length(code) > 5 returning 1`,
    people,
  );
  await ensureIndicators(test.app);
}

/** Somebody on the list of Naras I, with what the cover clock says and whatever else is told. */
async function somebody(
  state: string | null,
  set = "version = 1",
  beside: string | null = null,
): Promise<void> {
  const list = await insertBatch(test.app, "village-list", places.naras);
  const { id } = await insertPerson(test.app, list, { name: "Pekerja", place: places.naras });
  await readRows(test.app, `update app.persons set ${set} where id = ?::uuid returning 1`, id);
  if (state === null) return;
  await readRows(
    test.app,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, stands_beside, as_of, paid_until, at)
     select region_code, id, village_code, kecamatan_code, ?, ?, ?, '2026-11-21', ?::date, now() from app.persons where id = ?::uuid returning 1`,
    state,
    state === "covered",
    beside,
    state === "covered" || state.startsWith("grace") ? "2026-11-30" : null,
    id,
  );
}

const numberIn = (html: string, pattern: RegExp): number => {
  const found = pattern.exec(html);
  if (found === null) throw new Error(`nothing like ${String(pattern)}`);
  return Number(found[1]!.replaceAll(".", ""));
};
const stageIn = (html: string, stage: string): number =>
  numberIn(html, new RegExp(`data-stage="${stage}".*?(?:>|− )([\\d.]+)<`, "s"));

describe("the public page of all figures", () => {
  it("stands every series beside the others, each with its date, its mark and since when it has not moved", async () => {
    await withEstimate();
    const { status, html, headers } = await pages.get("/indikator");
    expect(status).toBe(200);
    expect(html).toContain("Dua angka, jangan dicampur.");
    expect(html).toContain("11.000 dari 48.881");
    expect(html).toContain("22,5%");
    expect(html).toContain("tidak dapat dihitung ulang");
    expect(html).toContain("belum berubah sejak April 2025");
    expect(html).toContain("Target 2026: 34,99%");
    expect(html).toContain("Target RPJMD kota: belum dipastikan");
    expect(html).toContain("Sekitar 27.373 orang, antara 24.441 dan 30.306");
    expect(headers.get("cache-control")).toContain("public");
    expect(html).not.toContain("<script");
    const english = await pages.get("/en/indikator");
    expect(english.html).toContain("Two numbers, not to be mixed.");
    expect(english.html).toContain("unchanged since April 2025");
  });

  it("of a city without sources says what is missing instead of a number", async () => {
    const { html } = await pages.get("/indikator");
    expect(html).toContain(
      "Yang belum diketahui: jumlah penduduk yang bekerja, bagian yang bekerja informal",
    );
    expect(html).not.toContain("NaN");
  });

  it("has a page for each series with its sources and targets, and none for another word", async () => {
    await withEstimate();
    const press = await pages.get("/indikator/press-coverage");
    expect(press.html).toContain("18 Desember 2025");
    expect(press.html).toContain("bukan 37 %");
    const english = await pages.get("/en/indikator/press-coverage");
    expect(english.html).toContain("numerator, denominator and definition are not stated");
    expect(english.html).not.toMatch(/pembilang|tidak disebutkan|bukan 37/);
    const national = await pages.get("/indikator/rpjmn-workers");
    expect(national.html).toContain("99,5%");
    expect(national.html).not.toContain("press-coverage");
    expect((await pages.get("/indikator/lain")).status).toBe(404);
  });
});

const operation = (html: string, act: string) =>
  new RegExp(`value="${act}".*?name="operasi" value="([^"]+)"`, "s").exec(html)![1]!;

describe("the desk of figures", () => {
  it("takes a figure as it is typed here, and tells everything that speaks against one, keeping what was typed", async () => {
    const { html } = await pages.get("/admin/indikator", manager);
    const typed = { tindakan: "value", bagian: "angka", operasi: operation(html, "value") };
    const figure = { indikator: "workers-covered", per: "2026-06", pembilang: "12.000", penyebut: "48.881" };
    const bad = await pages.post(
      "/admin/indikator",
      { ...typed, ...figure, penyebut: "1.000", tanda: "reported", wilayah: "13.77", sumber: "" },
      manager,
    );
    expect(bad.status).toBe(422);
    expect(bad.html).toContain("Pembilang lebih besar daripada penyebut. Tulis sumbernya.");
    expect(bad.html).toContain('value="12.000"');
    const good = {
      ...typed,
      operasi: operation(bad.html, "value"),
      ...figure,
      tanda: "reported",
      wilayah: "13.77",
      sumber: "Surat BPJS, 1 Juli 2026",
    };
    expect((await pages.post("/admin/indikator", good, manager)).status).toBe(303);
    expect((await pages.get("/indikator/workers-covered")).html).toContain("12.000 dari 48.881");
  });

  it("lets a second manager confirm a target, and not the one who proposed it", async () => {
    const path = "/admin/indikator?bagian=target";
    const proposal = {
      tindakan: "propose",
      bagian: "target",
      tangga: "rpjmd",
      tahun: "2027",
      persen: "37,5",
      sumber: "RPJMD",
      tanda: "text-read",
    };
    const form = { ...proposal, operasi: operation((await pages.get(path, manager)).html, "propose") };
    expect((await pages.post("/admin/indikator", form, manager)).status).toBe(303);
    expect((await pages.get(path, manager)).html).toContain("Anda yang mengusulkan");
    const second = anActor(test.app, "MGR");
    const { html } = await pages.get(path, second);
    expect(html).toContain("RPJMD kota, 2027: 37,5%");
    expect((await pages.get("/kerja", second)).html).toContain("1 usulan target menunggu orang kedua");
    expect((await pages.get("/kerja", manager)).html).not.toContain("usulan target menunggu");
    const decision = {
      tindakan: "decide",
      bagian: "target",
      target: /name="target" value="([^"]+)"/.exec(html)![1]!,
      operasi: operation(html, "decide"),
      putusan: "benar",
    };
    expect((await pages.post("/admin/indikator", decision, second)).status).toBe(303);
    expect((await pages.get("/indikator/vulnerable-covered")).html).toContain("Target 2027: 37,5%");
    expect((await pages.get(path, anActor(test.app, "DAT"))).html).toContain("pengelola program");
  });

  it("names the villages without a list, and says where more are listed than the estimate holds possible", async () => {
    await withEstimate();
    await somebody("covered");
    const path = "/admin/indikator?bagian=desa";
    const { html } = await pages.get(path, manager);
    expect(html).toContain("1 dari 2 desa dan kelurahan belum mengirim daftar");
    expect(html).toMatch(/Kampung Baru.*?belum ada daftar/s);
    const nobody = {
      kind: "employed",
      place: "13.77",
      low: 0,
      middle: 0,
      high: 0,
      asOf: "2026",
      mark: "reported",
    };
    await enterEstimateSource(test.app, manager, { ...nobody, operationId: test.app.newId(), source: "uji" });
    const low = await pages.get(path, manager);
    expect(low.html).toContain("perkiraan terlalu rendah: 1 didata");
    const ofVillage = await pages.get("/kerja", anActor(test.app, "OPR", naras));
    expect(ofVillage.status).toBe(200);
    expect(ofVillage.html).toContain("Perkiraan terlalu rendah: 1 orang didata.");
    expect((await pages.get("/admin/indikator", anActor(test.app, "EXE"))).status).toBe(403);
  });
});

describe("a village that sends 45 new people", () => {
  it("lowers no headline: not the manager's, not its own, not the public one", async () => {
    await withEstimate();
    await somebody("covered");
    const operator = anActor(test.app, "OPR", naras);
    const headlines = async () => {
      const own = (await pages.get("/kerja", operator)).html;
      const city = (await pages.get("/kerja", manager)).html;
      return [own, city].map((html) => /class="figure-number">([^<]+)</.exec(html)?.[1]);
    };
    const before = await headlines();
    const open = (await pages.get("/indikator")).html;
    const list = await insertBatch(test.app, "village-list", places.naras);
    for (let n = 0; n < 45; n++)
      await insertPerson(test.app, list, { name: `Pekerja ${n}`, place: places.naras });
    expect(await headlines()).toEqual(before);
    expect((await pages.get("/indikator")).html).toBe(open);
    expect((await pages.get("/kerja", operator)).html).toContain("Sudah didata 46 dari sekitar");
  });
});

describe("the ladder", () => {
  beforeEach(async () => {
    await openCity(test.app);
    await anEndorsedPerson(test.app);
    await somebody("covered");
    await somebody("covered");
    await somebody("grace-1", "version = 1", "grace");
    await somebody("waiting-first-payment", "version = 1", "waiting-first-payment");
    await somebody("listed", "version = 1", "list-only");
    await somebody("covered", "target_group = 'village-officer'");
    await somebody(null, "died_on = '2026-11-01'");
    await somebody(null, "moved_on = '2026-11-01'");
    await somebody(null, "withdrawn_at = now()");
    await somebody(null);
  });

  it("adds up from everybody to those covered, and each stage opens a list with as many people", async () => {
    const { html } = await pages.get("/dasbor/tangga", manager);
    expect(html).toContain("Tangga angka: dari 11 orang menjadi 2 yang terlindungi");
    const links = [...html.matchAll(/href="(\/pekerja[^"]*)">(?:− )?([\d.]+)</g)];
    expect(links.length).toBeGreaterThan(8);
    for (const [, href, persons] of links) {
      const list = (await pages.get(href!.replaceAll("&amp;", "&"), manager)).html;
      expect([href, numberIn(list, /([\d.]+) orang dalam daftar/)]).toEqual([href, Number(persons)]);
    }
    expect(stageIn(html, "on-lists")).toBe(10);
    expect(stageIn(html, "listed-workers")).toBe(7);
    expect(stageIn(html, "accepted")).toBe(4);
  });

  it("tells the same number under the same name as every other page", async () => {
    await withEstimate();
    const ladder = (await pages.get("/dasbor/tangga", manager)).html;
    const workers = (await pages.get("/pekerja", manager)).html;
    expect(numberIn(workers, /([\d.]+) orang dalam daftar/)).toBe(stageIn(ladder, "on-lists"));
    const work = (await pages.get("/kerja", manager)).html;
    expect(numberIn(work, /([\d.]+) dari sekitar [\d.]+ pekerja rentan/)).toBe(stageIn(ladder, "covered"));
    expect(numberIn(work, /Sudah didata ([\d.]+) dari/)).toBe(stageIn(ladder, "coverable"));
    expect(numberIn(work, /orang; ([\d.]+) di antaranya terlindungi/)).toBe(stageIn(ladder, "covered"));
    const cover = (await pages.get("/kepesertaan/perlindungan", manager)).html;
    const covered = numberIn(cover, />Terlindungi ([\d.]+)</);
    expect(numberIn(ladder, /menyebut ([\d.]+) orang terlindungi/)).toBe(covered);
    const beside = (name: string) => numberIn(ladder, new RegExp(`<dt>${name}</dt><dd>([\\d.]+)<`));
    const besideAtWork = (name: string) => numberIn(work, new RegExp(`<dt>${name}</dt><dd>([\\d.]+)<`));
    for (const name of ["Menunggak", "Diterima BPJS, belum pernah dibayar", "Hanya ada di daftar BPJS"])
      expect(beside(name)).toBe(besideAtWork(name));
  });

  it("is coarse for whoever sees no persons, and closed to the public", async () => {
    const { html } = await pages.get("/dasbor/tangga", anActor(test.app, "EXE"));
    expect(html).toContain("kelompok di bawah 10 orang tidak ditampilkan");
    expect(html).not.toContain("/pekerja?");
    expect((await pages.get("/dasbor/tangga")).status).toBe(302);
  });
});
