import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, sidewaysOverflow } from "./browser.ts";
import { type Desk, openDesk } from "./desk.ts";
import { tuwaiHere } from "./tuwai.ts";

// A family after a death at work, from a neighbour's telephone to alms for the child; with scripts switched off all the way.
const city = inject("city");
const yesterday = new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
const birthOfChild = `${Number(yesterday.slice(0, 4)) - 8}-${yesterday.slice(5, 7)}-01`;
const desks: Desk[] = [];
let browser: Browser;
let worker: Covered["person"];
let operator: Desk;
let reportCode = "";
let claimPath = "";
let childCode = "";

type Covered = {
  readonly person: { readonly code: string; readonly name: string; readonly villageCode: string };
  readonly state: string;
  readonly coveredFrom: string | null;
};
type Claim = {
  readonly state: string;
  readonly expected: number;
  readonly received: number;
  readonly scholarship: { readonly children: number; readonly total: number };
  readonly money: readonly {
    readonly part: string;
    readonly expected: number;
    readonly difference: number;
  }[];
  readonly documents: readonly { readonly code: string; readonly state: string }[];
};

beforeAll(async () => {
  browser = await openBrowser();
  const { document } = await tuwaiHere<{ readonly workers: readonly Covered[] }>(
    city.dataDir,
    "cover",
    "list",
    "--as",
    "mgr",
  );
  const since = document.workers.filter(
    ({ state, coveredFrom }) =>
      /^(covered|due)$/.test(state) && coveredFrom !== null && coveredFrom < yesterday,
  );
  const names = Map.groupBy(since, ({ person }) => person.name);
  // Nobody else of the name: the village finds the worker by it.
  worker = since.find(({ person }) => names.get(person.name)!.length === 1)!.person;
  operator = await sitAs(`opr-${worker.villageCode}`);
});
afterAll(async () => {
  for (const desk of desks) await desk.close();
  await browser.close();
});

async function sitAs(user?: string, javaScriptEnabled = false): Promise<Desk> {
  const seat = { origin: city.origin, javaScriptEnabled };
  const desk = await openDesk(browser, user === undefined ? seat : { ...seat, user });
  desks.push(desk);
  return desk;
}

const claimNow = async () =>
  (await tuwaiHere<Claim>(city.dataDir, "claim", "show", claimPath.split("/").at(-1)!, "--as", "mgr"))
    .document;
const rupiah = (amount: number) => `Rp${amount.toLocaleString("id-ID")}`;
const says = async ({ page }: Desk) => page.innerText("main");

/** Fills the fields of the form that has this button, and presses it. */
async function send(desk: Desk, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
  const form = desk.page
    .locator("main form")
    .filter({ has: desk.page.getByRole("button", { name: button }) });
  for (const [name, value] of Object.entries(fields)) {
    const field = form.first().locator(`[name="${name}"]`).first();
    if ((await field.getAttribute("type")) === "radio")
      await form.first().locator(`[name="${name}"][value="${value}"]`).check();
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT")
      await field.selectOption(value);
    else await field.fill(value);
  }
  await desk.press(button);
}

/** Opens what is folded away; some of it stands open when it is the next thing to do. */
async function unfolded({ page }: Desk, summary: string): Promise<void> {
  const folded = page.locator("details:not([open]) > summary", { hasText: summary });
  if ((await folded.count()) > 0) await folded.first().click();
}

/** Where nobody collects alms yet. */
const campaign = {
  nama: "Sedekah anak yatim",
  kode: "yatim-perjalanan",
  jenis: "foundation",
  pengelola: "Yayasan Peduli Yatim",
  izin: "123/PUB",
  sejak: yesterday,
  sampai: `${Number(yesterday.slice(0, 4)) + 1}-12-31`,
  rekening: "Bank Nagari 2100 0101",
};

describe("a family is paid, its child is followed, and alms reach the child", () => {
  it("a neighbour reports a death on a telephone, one question a page", async () => {
    const phone = await sitAs();
    await phone.page.setViewportSize({ width: 360, height: 740 });
    await phone.go("/lapor-kejadian");
    const answers = [
      { kind: "death" },
      { name: worker.name, village: worker.villageCode },
      { day: "yesterday" },
      { teller: "neighbour" },
      {},
    ];
    for (const answer of answers) {
      expect(await sidewaysOverflow(phone.page)).toBe(0);
      await send(phone, answer, "Lanjut");
    }
    await phone.press("Kirim laporan");
    reportCode = await phone.page.locator(".big-number").innerText();
    expect(reportCode).toMatch(/^KJ-/);
    expect(await says(phone)).not.toContain(worker.name);
  });

  it("the village finds who it was, confirms that it was at work, and tells BPJS: the case begins", async () => {
    await operator.go("/kejadian");
    const reports = operator.page.locator('main a[href^="/kejadian/"]:not([href$="/baru"])');
    const paths = await reports.evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    for (const path of new Set(paths)) {
      await operator.go(path);
      if ((await says(operator)).includes(reportCode)) break;
    }
    await send(operator, { orang: worker.code }, "Hubungkan");
    const happened = { kejadian: "work-accident-death", hari: yesterday, kecelakaan: yesterday };
    await send(operator, { ...happened, lewat: "hospital-letter" }, "Pastikan benar");
    const link = operator.page.locator('main a[href^="/klaim/KL-"]').first();
    claimPath = (await link.getAttribute("href"))!;
    await operator.go(claimPath);
    await send(operator, { hari: yesterday, jam: "23:50" }, "Simpan pemberitahuan");
    const { expected, scholarship } = await claimNow();
    expect(expected).toBeGreaterThan(0);
    expect(scholarship).toEqual({ children: 0, total: 0 });
    expect(await says(operator)).toContain(rupiah(expected));
  });

  it("wife and child are noted at the case; the sum for the child's school is the same on its pages", async () => {
    const family = `${claimPath}/keluarga`;
    await operator.go(family);
    await operator.press("Mulai catat keluarga");
    const members = [
      { hubungan: "spouse", nama: "Rosmawati", lahir: "1985-03-09" },
      { hubungan: "child", nama: "Zahra Aulia", lahir: birthOfChild },
    ];
    for (const member of members) await send(operator, member, "Tambah anggota");
    await operator.press("Buka catatan anak");
    childCode = operator.page.url().split("/").at(-1)!;
    const guardian = { siapa: "surviving-parent", bukti: "family-card", nama: "Rosmawati", sejak: yesterday };
    await send(operator, guardian, "Simpan wali");
    await send(operator, { jenjang: "sd", kelas: "2", hari: yesterday }, "Simpan sekolah");
    await unfolded(operator, "Periksa");
    await operator.press("Tandai sudah diperiksa");
    const { scholarship } = await claimNow();
    expect(scholarship.children).toBe(1);
    for (const path of [`/yatim/${childCode}`, family, claimPath]) {
      await operator.go(path);
      const text = await says(operator);
      expect(text).toContain(rupiah(scholarship.total));
      expect(text).not.toMatch(/Rosmawati|Zahra/);
    }
  });

  it("the papers are gathered, the heirs' statement is ready but for the child's guardian, the file is handed in", async () => {
    await operator.go(claimPath);
    const have = operator.page.locator('main button[name="keadaan"][value="have"]');
    while ((await have.count()) > 0)
      await Promise.all([operator.page.waitForEvent("load"), have.first().click()]);
    expect((await claimNow()).documents.filter(({ state }) => state === "missing")).toEqual([]);
    await operator.go(`${claimPath}/surat`);
    expect(await says(operator)).toContain("lampirkan surat penunjukan wali");
    expect(await says(operator)).not.toContain("keluarga belum dicatat");
    await operator.go(claimPath);
    expect(await says(operator)).toContain("Berkas lengkap dan siap diserahkan ke BPJS.");
    await operator.press("Simpan penyerahan");
    expect(await says(operator)).toContain("BPJS memeriksa berkas");
  });

  it("BPJS accepts and pays; pages and command end in the same numbers", async () => {
    const manager = await sitAs("mgr");
    await manager.go(claimPath);
    await manager.press("Simpan persetujuan");
    const { expected, money } = await claimNow();
    expect(await says(manager)).toContain(`BPJS menyetujui; ${rupiah(expected)} belum diterima keluarga.`);
    const paid = money.map(({ part, expected: amount }) => [`jumlah-${part}`, String(amount)]);
    await send(manager, Object.fromEntries(paid), "Simpan uang yang diterima");
    expect(await says(manager)).toContain(`${rupiah(expected)} sudah diterima keluarga.`);
    const claim = await claimNow();
    expect(claim).toMatchObject({ state: "paid", expected, received: expected });
    expect(claim.money.every(({ difference }) => difference === 0)).toBe(true);
    await operator.go(`${claimPath}/keluarga`);
    expect(await says(operator)).toContain(`diterima ${rupiah(expected)}`);
  });

  it("a round of alms has the child, locked by one and approved by another", async () => {
    const charity = await sitAs("chr");
    await charity.go("/sedekah/kelola");
    if (!(await says(charity)).includes("Rencanakan putaran"))
      await send(charity, campaign, "Simpan kampanye");
    await unfolded(charity, "Catat sedekah masuk");
    await send(charity, { jumlah: "1.000.000" }, "Catat dan terbitkan kuitansi");
    await unfolded(charity, "Rencanakan putaran");
    await send(charity, { nama: "Uji keluarga", jumlah: "5.000" }, "Buat draf putaran");
    const round = new URL(charity.page.url()).pathname;
    const [, children, total] = /(\d+) anak, jumlah Rp([\d.]+)/.exec(await says(charity))!;
    expect(total).toBe((Number(children) * 5_000).toLocaleString("id-ID"));
    expect(await says(charity)).toContain(childCode);
    await charity.press("Kunci daftar ini");
    const finance = await sitAs("fin2");
    await finance.go(round);
    expect(await says(finance)).toContain(`${children} anak, jumlah Rp${total}`);
    await finance.press("Setujui putaran");
    expect(await says(finance)).toContain(childCode);
  });

  it("the pages of claim, family, children and alms are whole on a telephone and a screen", async () => {
    const village = await sitAs(`opr-${worker.villageCode}`, true);
    for (const path of [
      claimPath,
      `${claimPath}/keluarga`,
      `${claimPath}/surat`,
      "/yatim",
      `/yatim/${childCode}`,
    ]) {
      await village.go(path);
      await village.inspect();
    }
    const charity = await sitAs("chr", true);
    for (const path of ["/sedekah/kelola", "/yatim"]) {
      await charity.go(path);
      await charity.inspect();
    }
  });
});
