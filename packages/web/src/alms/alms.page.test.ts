import { openCampaign, planAlmsRound, recordAlmsReceipt } from "@tuwai/server/alms";
import type { Actor } from "@tuwai/server/app";
import {
  aCivilServant,
  anActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let charity: Actor;
let finance: Actor;
let campaignId: string;
const op = () => ({ operationId: test.app.newId() });

const campaign = {
  nama: "Sedekah anak yatim",
  kode: "yatim-2026",
  jenis: "foundation",
  pengelola: "Yayasan Peduli Yatim",
  izin: "123/PUB/2026",
  sejak: "2026-11-01",
  sampai: "2027-01-31",
  rekening: "Bank Nagari 2100 0101",
};

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  charity = anActor(test.app, "CHR");
  finance = anActor(test.app, "FIN");
});

const send = (path: string, fields: Readonly<Record<string, string>>, as?: Actor) =>
  pages.post(path, { operasi: test.app.newId(), ...fields }, as);

/** What the forms that print send, as they stand on a page. */
const printForms = (html: string) =>
  [...html.matchAll(/<form action="\/sedekah\/kuitansi" method="post">.*?<\/form>/gs)].map(([form]) =>
    Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    ),
  );

async function everyPrintIsGiven(path: string, as: Actor) {
  const prints = printForms((await pages.get(path, as)).html);
  expect(prints).toHaveLength(2);
  for (const form of prints) {
    const { headers } = await pages.post("/sedekah/kuitansi", form, as);
    expect(headers.get("content-type")).toBe("application/pdf");
  }
}

async function opened() {
  const answer = await openCampaign(test.app, charity, {
    ...op(),
    title: campaign.nama,
    campaignCode: campaign.kode,
    holderKind: campaign.jenis,
    holderName: campaign.pengelola,
    permitNumber: campaign.izin,
    permitFrom: campaign.sejak,
    permitUntil: campaign.sampai,
    giveTo: campaign.rekening,
  });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
  campaignId = answer.campaignId;
}

const received = (amount: string, donorName = "", pledgeCode = "") =>
  recordAlmsReceipt(test.app, charity, {
    ...op(),
    campaignId,
    amount,
    receivedOn: "2026-11-20",
    channel: "transfer",
    reference: "",
    pledgeCode,
    donorName,
  });

describe("the public page of alms", () => {
  it("says who holds the money, by which permit and law, and that the city does not; before there is anything it says so", async () => {
    expect((await pages.get("/sedekah")).html).toContain("Belum ada sedekah yang tercatat");
    await opened();
    await received("100.000", "Rosmaniar");
    const { html } = await pages.get("/sedekah");
    for (const said of [
      "Yayasan Peduli Yatim",
      "123/PUB/2026",
      "Kota tidak memegang uangnya",
      "10%",
      "Rp100.000",
    ])
      expect(html).toContain(said);
    expect(html).not.toContain("Rosmaniar");
    expect((await pages.get("/en/sedekah")).html).toContain("The city holds no money");
  });

  it("gives a code for a pledge without a script, keeps what was typed when it is wrong, and never says money arrived", async () => {
    await opened();
    const form = { kampanye: campaignId, jumlah: "20.000", irama: "once", cara: "qris", nama: "Upik" };
    const wrong = await send("/sedekah", { ...form, jumlah: "dua puluh" });
    expect([wrong.status, wrong.html.includes("dua puluh")]).toEqual([422, true]);
    const path = (await send("/sedekah", form)).headers.get("location")!;
    expect(path).toMatch(/^\/sedekah\/niat\/[2-9A-Z]{12}$/);
    const { html } = await pages.get(path);
    expect(html).toContain("bukan tanda terima");
    expect(html).toContain("Belum ada uang");
    expect(html).not.toContain("Upik");
    expect((await pages.get("/sedekah/niat/777777777777")).status).toBe(404);
  });
});

describe("the monthly report", () => {
  it("keeps what was there before apart, shows few as few, and is the same as CSV", async () => {
    await opened();
    await received("100.000");
    await test.setNow("2026-12-01T03:00:00Z");
    const november = (await pages.get("/sedekah/laporan/202611")).html;
    expect(november).toContain("kurang dari 5");
    const december = (await pages.get("/sedekah/laporan/202612")).html;
    expect(december).toContain("Ada sebelum bulan ini");
    expect(december).toContain("Rp100.000");
    const csv = (await pages.get("/sedekah/laporan/202611/unduh.csv")).html;
    expect(csv).toContain("kurang dari 5");
    expect(csv).toContain("100000");
    for (const path of ["202701", "202613", "kemarin"])
      expect((await pages.get(`/sedekah/laporan/${path}`)).status).toBe(404);
  });
});

describe("the desk", () => {
  it("opens a campaign, records a gift, prints its receipt and withdraws it, and says what is wrong without losing a word", async () => {
    const desk = "/sedekah/kelola";
    expect((await pages.get(desk, charity)).html).toContain("Buka kampanye");
    const wrong = await send(desk, { tindakan: "buka", ...campaign, izin: "" }, charity);
    expect([
      wrong.status,
      wrong.html.includes("nomor izin"),
      wrong.html.includes("Yayasan Peduli Yatim"),
    ]).toEqual([422, true, true]);
    const to = (await send(desk, { tindakan: "buka", ...campaign }, charity)).headers.get("location")!;
    expect(to).toBe("/sedekah/kelola?kampanye=yatim-2026");
    const [row] = await readRows<{ id: string }>(test.app, "select id from app.alms_campaigns");
    const gift = {
      tindakan: "terima",
      kampanye: row!.id,
      jumlah: "50.000",
      hari: "2026-11-20",
      cara: "qris",
      rujukan: "a",
      niat: "",
      pemberi: "Rosmaniar",
    };
    expect((await send(to, gift, charity)).status).toBe(303);
    expect((await send(to, gift, charity)).html).toContain("sudah tercatat");
    const shown = (await pages.get(to, charity)).html;
    for (const said of ["Rp50.000", "KS-2026-0001", "Rosmaniar", "Rencanakan putaran"])
      expect(shown).toContain(said);
    const [receipt] = await readRows<{ id: string; code: string }>(
      test.app,
      "select id, code from app.alms_receipts",
    );
    const print = await send("/sedekah/kuitansi", { kuitansi: receipt!.id }, finance);
    expect(print.headers.get("content-type")).toBe("application/pdf");
    const check = () => pages.get(`/sedekah/kuitansi/${receipt!.code}`);
    expect((await check()).html).toContain("berlaku");
    expect(
      (await send(to, { tindakan: "cabut", kuitansi: receipt!.id, sebab: "bounced" }, finance)).status,
    ).toBe(303);
    expect((await check()).html).toContain("dicabut");
    expect((await check()).html).not.toContain("Rosmaniar");
    expect((await pages.get(desk, anActor(test.app, "OPR", places.naras.code))).status).toBe(403);
    expect((await pages.get(desk, anActor(test.app, "AUD"))).html).not.toContain('value="terima"');
  });

  it("prints one receipt after the other from the same page", async () => {
    await opened();
    await received("100.000", "Rosmaniar");
    await received("50.000", "Upik");
    await everyPrintIsGiven("/sedekah/kelola?kampanye=yatim-2026", charity);
  });

  it("shows the preview of a round and why it cannot be locked while there are no children", async () => {
    await opened();
    await received("100.000");
    const plan = { campaignId, title: "Desember", perChild: "75.000", plannedOn: "2026-12-05" };
    const answer = await planAlmsRound(test.app, charity, { ...op(), ...plan });
    if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
    const path = `/sedekah/kelola/putaran/${answer.almsRoundCode}`;
    expect((await pages.get(path, charity)).html).toContain("Belum ada anak");
    const locked = await send(path, { tindakan: "kunci", anak: "0", jumlah: "0" }, charity);
    expect([locked.status, locked.html.includes("Belum ada anak pada daftar ini")]).toEqual([422, true]);
    expect((await send(path, { tindakan: "batal" }, charity)).headers.get("location")).toBe(
      "/sedekah/kelola",
    );
  });
});

describe("a civil servant's own alms", () => {
  it("prints one receipt after the other from the same page", async () => {
    await opened();
    const sponsor = await aCivilServant(test.app);
    const form = { kampanye: campaignId, jumlah: "20.000", irama: "monthly", cara: "payroll", nama: "" };
    await send("/sponsor/saya/sedekah", form, sponsor);
    const [pledge] = await readRows<{ code: string }>(test.app, "select code from app.alms_pledges");
    await received("20.000", "", pledge!.code);
    await received("30.000", "", pledge!.code);
    await everyPrintIsGiven("/sponsor/saya/sedekah", sponsor);
  });

  it("are meant, shown with their code and stopped on one page", async () => {
    await opened();
    const sponsor = await aCivilServant(test.app);
    const path = "/sponsor/saya/sedekah";
    expect((await pages.get(path, sponsor)).html).toContain("belum berniat");
    const form = { kampanye: campaignId, jumlah: "20.000", irama: "monthly", cara: "payroll", nama: "" };
    expect((await send(path, { ...form, jumlah: "5" }, sponsor)).status).toBe(422);
    expect((await send(path, form, sponsor)).status).toBe(303);
    const [pledge] = await readRows<{ code: string }>(test.app, "select code from app.alms_pledges");
    expect((await pages.get(path, sponsor)).html).toContain("Potong TPP");
    expect((await send(path, { hentikan: pledge!.code }, sponsor)).status).toBe(303);
    expect((await pages.get(`/en${path}`, sponsor)).html).toContain("stopped");
  });
});
