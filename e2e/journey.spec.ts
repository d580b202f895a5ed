import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "./browser.ts";
import {
  findByHand,
  readFigures,
  readRows,
  repairWith,
  toCsv,
  type DemoFile,
  type Figures,
} from "./demo-files.ts";
import { downloadBy, openDesk, proveAgain, untilShown, type Desk } from "./desk.ts";
import { equationOn, fileWith, save, toReview, untilRead, upload } from "./import-desk.ts";

// The whole thread in one city, each step by the person whose work it is; the steps build on each other.
const city = inject("city");
let browser: Browser;
let file: DemoFile;
let before: Figures;
let packet: readonly Readonly<Record<string, string>>[] = [];
let packetPath = "";
let receiptPath = "";
const desks: Desk[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  before = await readFigures(city);
  file = findByHand(city, { hasRowsToRepair: true });
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => browser.close());

async function sitAs(user?: string): Promise<Desk> {
  const desk = await openDesk(browser, { origin: city.origin, ...(user === undefined ? {} : { user }) });
  desks.push(desk);
  return desk;
}

async function showsTheFigure(page: Page, open: () => Promise<unknown>): Promise<boolean> {
  before = await readFigures(city);
  await open();
  const percent = before.percent?.toLocaleString("id-ID", { maximumFractionDigits: 1 });
  const shown = percent === undefined ? "Angka pertama belum terbit" : `${percent}%`;
  return (await page.innerText("main")).includes(shown);
}

describe("a village's list becomes workers who are covered", () => {
  it("anyone sees 71 villages and one number, or that the first is not published yet", async () => {
    const { page, go, inspect } = await sitAs();
    for (const [path, places] of [
      ["/", "svg [data-region]"],
      ["/cakupan", "#cakupan-desa tbody tr[data-region]"],
    ] as const) {
      // Public pages are kept for a moment: after an earlier journey changed the figure, page and file agree a little later.
      await expect
        .poll(() => showsTheFigure(page, () => go(path)), { timeout: 30_000, interval: 1_000 })
        .toBe(true);
      expect(await page.locator(places).count()).toBe(71);
      await inspect();
    }
  });

  it("the operator uploads the village's workbook, sees every row accounted for, and repairs what is wrong", async () => {
    const desk = await sitAs(`opr-${file.villageCode}`);
    await desk.go("/impor/baru");
    await desk.inspect();
    const path = await upload(desk, "village-list", join(city.dataDir, "demo/berkas", file.file));
    expect(path).toMatch(/\/periksa$/);
    const { read, data, blocking, duplicate, blank, headerOrNote } = file.expected;
    expect(await equationOn(desk)).toEqual({
      read,
      accepted: data - blocking - duplicate,
      repair: blocking,
      skipped: duplicate + blank + headerOrNote,
    });
    await desk.inspect();
    const faulty = await downloadBy(desk, "Unduh baris bermasalah");
    expect(faulty.suggestedFilename()).toMatch(/\.xlsx$/);
    const faultyPath = fileWith("bermasalah.xlsx", readFileSync(await faulty.path()));
    const repaired = repairWith(city, file, await readRows(faultyPath));
    expect(repaired.rows).toBe(blocking);

    await toReview(desk);
    await desk.inspect();
    await desk.press(/^Simpan \d/);
    expect(await untilRead(desk)).toMatch(/\/selesai$/);
    await desk.inspect();

    // The mended rows go back into the same list, and follow those that were saved.
    const back = await upload(desk, "village-list", fileWith("diperbaiki.csv", repaired.csv));
    expect(back.split("/")[2]).toBe(path.split("/")[2]);
    await desk.go(back.replace(/[^/]+$/, "selesai"));
    expect(await untilRead(desk)).toMatch(/\/selesai$/);
    expect(await equationOn(desk)).toEqual({
      read,
      accepted: data - duplicate,
      repair: 0,
      skipped: duplicate + blank + headerOrNote,
    });
  });

  it("the same file once more is recognised and changes nothing", async () => {
    const desk = await sitAs(`opr-${file.villageCode}`);
    const path = await upload(desk, "village-list", join(city.dataDir, "demo/berkas", file.file));
    expect(path).toMatch(/\/selesai$/);
    expect(await desk.page.innerText("body")).toContain("sudah pernah diunggah");
  });

  it("a data officer answers a question about two similar names", async () => {
    const desk = await sitAs("dat");
    const { page, go, inspect, press } = desk;
    let queue = `/padan/antrean?desa=${file.villageCode}`;
    await go(queue);
    const questions = page.locator("main table tbody tr th a");
    if ((await questions.count()) === 0) await go((queue = "/padan/antrean"));
    await inspect();
    const question = await questions.first().getAttribute("href");
    await questions.first().click();
    await page.waitForURL(/\/padan\/pasangan\//);
    await inspect();
    const asked = page.url();
    await press("Beda orang");
    await page.waitForURL((url) => url.href !== asked);
    await go(queue);
    expect(await page.locator(`main table a[href="${question}"]`).count()).toBe(0);
  });

  it("the operator proposes the list with the declaration of consent, and cannot without it", async () => {
    const desk = await sitAs(`opr-${file.villageCode}`);
    const { page, go, inspect, press, expectRefusal } = desk;
    await go("/penetapan");
    await untilShown(desk, /^Ajukan \d+ orang$/);
    await inspect();
    await press(/^Ajukan \d+ orang$/);
    expect(await page.innerText("main")).toContain("Centang pernyataan persetujuan");
    expectRefusal(422);
    await page.locator("[name=setuju]").check();
    await press(/^Ajukan \d+ orang$/);
    await page.waitForURL(/\/penetapan\/[0-9a-f-]{36}/);
    expect(await page.innerText("main")).not.toMatch(/Sahkan \d+ orang/);
    await inspect();
  });

  it("the kepala desa endorses it", async () => {
    const desk = await sitAs(`kds-${file.villageCode}`);
    const { page, go, inspect, press } = desk;
    await go("/kerja");
    await inspect();
    await go("/penetapan");
    await page.locator("main table a").first().click();
    await page.waitForURL(/\/penetapan\/[0-9a-f-]{36}/);
    await inspect();
    await press(/^Sahkan \d+ orang/);
    await untilShown(desk, "Disahkan");
  });

  it("the programme manager accepts the proposed sponsors and sends the packet after typing its size", async () => {
    const desk = await sitAs("mgr");
    const { page, go, inspect, press, expectRefusal } = desk;
    await go("/sponsor/penjodohan");
    await press("Usulkan pasangan");
    await inspect();
    const accept = page.getByRole("button", { name: /^Terima semua \d+ usulan$/ });
    while ((await accept.count()) > 0) await press(/^Terima semua \d+ usulan$/);
    await go("/kepesertaan/pendaftaran/baru");
    await inspect();
    await press("Susun paket");
    await press(/^Periksa PKT-/);
    packetPath = new URL(page.url()).pathname;
    await inspect();
    const send = await page.getByRole("button", { name: /^Kirim \d+ orang ke BPJS$/ }).innerText();
    const lines = Number(/\d+/.exec(send)?.[0]);
    await page.fill("[name=ketik]", String(lines + 1));
    await press(/^Kirim \d+ orang ke BPJS$/);
    expect(await page.innerText("main")).toContain("tidak sama dengan jumlah orang");
    expectRefusal(422);
    await page.fill("[name=ketik]", String(lines));
    await press(/^Kirim \d+ orang ke BPJS$/);
    await untilShown(desk, "Dikirim");
    await inspect();
  });

  it("the branch proves its password again, says why, and downloads the packet with whole NIKs", async () => {
    const desk = await sitAs("bpj");
    const { page, go, inspect } = desk;
    await go(`${packetPath}/unduh`);
    await proveAgain(desk);
    await inspect();
    await page.fill("[name=tujuan]", "unggah ke SIPP");
    const download = await downloadBy(desk, /^Unduh/);
    packet = await readRows(fileWith("paket.xlsx", readFileSync(await download.path())));
    expect(packet.length).toBeGreaterThan(10);
    for (const row of packet) expect(row["NIK"]).toMatch(/^\d{16}$/);
  });

  it("the branch sends back its answer and what it received", async () => {
    const desk = await sitAs("bpj");
    const answered: readonly Readonly<Record<string, string>>[] = packet.map((row, index) =>
      index === 0
        ? { ...row, Hasil: "DITOLAK", Alasan: "NIK belum padan" }
        : { ...row, Hasil: "DITERIMA", "No KPJ": `27${String(index).padStart(9, "0")}` },
    );
    const result = toCsv(["Kode Pekerja", "Hasil", "No KPJ", "Alasan"], answered);
    expect(await upload(desk, "enrolment-result", fileWith("hasil.csv", result))).toMatch(/\/periksa$/);
    expect(await equationOn(desk)).toMatchObject({ accepted: packet.length, repair: 0 });
    expect(await save(desk)).toMatch(/\/selesai$/);
    await desk.inspect();
    const paid = answered
      .slice(1)
      .map((row) => ({ ...row, Bulan: row["Bulan Mulai"], Jumlah: row["Iuran"], "Kode Iuran": "UJI" }));
    const receipts = toCsv(["No KPJ", "Bulan", "Jumlah", "Kode Iuran"], paid);
    expect(await upload(desk, "bpjs-receipts", fileWith("penerimaan.csv", receipts))).toMatch(/\/periksa$/);
    receiptPath = (await save(desk)).replace(/\/tinjau$/, "");
    expect(await desk.page.innerText("main")).toContain("Menunggu orang kedua");
    await desk.inspect();
  });

  it("finance approves the receipts as the second person", async () => {
    const { page, go, inspect, press } = await sitAs("fin");
    await go("/impor/persetujuan");
    await inspect();
    await page.locator(`main a[href$="${receiptPath}/setujui"]`).click();
    await page.waitForURL(/\/setujui$/);
    await inspect();
    await press(/^Setujui \d+ baris$/);
    expect(await page.innerText("body")).toContain("Anda menyetujui berkas ini");
  });

  it("the workers are covered, and the public number waits for the release of the month", async () => {
    const desk = await sitAs(`opr-${file.villageCode}`);
    const { page, go, inspect } = desk;
    const own = packet.filter((row, index) => index > 0 && isOfVillage(row));
    expect(own.length).toBeGreaterThan(10);
    await go(`/pekerja/${own[0]!["Kode Pekerja"]}`);
    await untilShown(desk, "Terlindungi");
    await inspect();
    await go("/kepesertaan/perlindungan?keadaan=covered");
    const shown = await page.locator("main table tbody").innerText();
    for (const row of own) expect(shown).toContain(row["Kode Pekerja"]);
    await inspect();

    expect(await readFigures(city)).toEqual(before);
    await go("/cakupan");
    expect(await page.locator(`#cakupan-desa tr[data-region="${file.villageCode}"]`).count()).toBe(1);
  });
});

function isOfVillage(row: Readonly<Record<string, string>>): boolean {
  return file.file.includes((row["Desa/Kelurahan"] ?? "?").toLowerCase().replaceAll(" ", "-"));
}
