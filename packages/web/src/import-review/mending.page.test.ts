import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { limitsFor, readTable } from "@tuwai/server/files";
import { faultyRowsFile, type FaultyRowsWords } from "@tuwai/server/import-review";
import { advanceImport, receiveImport } from "@tuwai/server/imports";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, branch, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const header = "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan;Desa";
const good = [
  "1;ALI;1377920107600007;;01/07/1960;L;Tani;Naras I",
  "2;BUDI;1377920108600008;;01/08/1960;L;Tani;Naras I",
  "3;CITRA;1377924109600009;;01/09/1960;P;Tani;Naras I",
];
let pages: Pages;
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", "13.77.02.2015");
});

describe("the check page", () => {
  it("opens to a branch, and to finance, whose only lists are mended at their source, and says so", async () => {
    const officer = anActor(test.app, "BPJ", branch);
    const path = join(mkdtempSync(join(tmpdir(), "tuwai-bukti-")), "bukti.csv");
    writeFileSync(
      path,
      "Kode Pekerja;No KPJ;Bulan;Jumlah;Kode Iuran\nPK-AAAA-AA;27000000001;2026-11;16800;UJI\nPK-BBBB-BB;27000000002;2026-13;16800;UJI\n",
    );
    const { batch } = await receiveImport(test.app, officer, {
      operationId: test.app.newId(),
      kind: "bpjs-receipts",
      fileName: "bukti.csv",
      path,
    });
    await advanceImport(test.app, batch.id);
    const address = `/impor/${batch.code}/periksa`;
    expect(await pages.get(address, officer)).toMatchObject({ status: 200 });
    expect((await pages.get(address, officer)).html).toContain("Baris ini diperbaiki di sumbernya");
    expect(await pages.get(address, anActor(test.app, "FIN"))).toMatchObject({ status: 200 });
  });

  it("shows each faulty row with its wrong cell to type in, the reason and a suggestion one press away", async () => {
    const code = await send(...good, "4;SYAFRIL;13779202O5700002;;02/05/1970;L;Ojek;Naras I");
    const { html } = await pages.get(`/impor/${code}/periksa`, operator);
    expect(html).toContain("1 baris menunggu Anda");
    expect(html).toMatch(/name="sel\.1\.5\.3"[^>]*value="13779202O5700002"/);
    expect(html).toContain("Pakai 1377920205700002");
    expect(html).toContain("Ada huruf di tempat angka");
    expect(html.indexOf("SYAFRIL")).toBeLessThan(html.indexOf("Catatan lain tentang baris"));
  });

  it("takes a suggestion and everything typed elsewhere in one post without any script, and says what is left", async () => {
    const code = await send(
      ...good,
      "4;SYAFRIL;13779202O5700002;;02/05/1970;L;Ojek;Naras I",
      "5;YUSNIDAR;13779;;03/05/1980;P;Ojek;Naras I",
      "6;ZUL;9999999999999999;;04/05/1980;L;Ojek;Naras I",
    );
    const before = await pages.get(`/impor/${code}/periksa`, operator);
    expect(before.html, "a number that only fills the box is told as one").toContain("angka pengisi");
    const form = formOf({
      usul: "1.5|3=1377920205700002",
      "sel.1.6.3": "1377924305800003",
      "sel.1.7.3": "9999999999999999",
    });
    const posted = await pages.post(`/impor/${code}/periksa?tingkat=harus`, form, operator);
    expect([posted.status, posted.headers.get("location")]).toEqual([
      303,
      `/impor/${code}/periksa?tingkat=harus`,
    ]);
    const after = await pages.get(`/impor/${code}/periksa`, operator);
    expect(after.html).toContain("perlu diperbaiki 1");
    expect(after.html).toContain("2 baris sudah Anda putuskan");
    expect(after.html).toContain("menjadi 1377920205700002");
  });

  it("gives the same answer to all rows with the same wrong word, and undoes one of them", async () => {
    const wrong = [4, 5, 6].map(
      (n) => `${n};DEWI ${"ABC"[n - 4]};13779243058000${n}0;;03/05/1980;P;Tani;Entah`,
    );
    const code = await send(...good, ...wrong);
    const { html } = await pages.get(`/impor/${code}/periksa`, operator);
    expect(html).toContain("Satu jawaban menyelesaikan 3");
    expect(html).toContain("Sama untuk 2 lainnya");
    expect(html).toContain("Pakai Naras I");
    await pages.post(
      `/impor/${code}/periksa`,
      formOf({ usul: "1.5|8=Naras%20I", "sama.1.5": "on" }),
      operator,
    );
    expect((await pages.get(`/impor/${code}/periksa`, operator)).html).toContain("perlu diperbaiki 0");
    await pages.post(`/impor/${code}/periksa`, formOf({ urung: "1.6" }), operator);
    expect((await pages.get(`/impor/${code}/periksa`, operator)).html).toContain("perlu diperbaiki 1");
  });

  it("comes back to the page itself when a script sends the form", async () => {
    const code = await send(...good, "4;SYAFRIL;12;;02/05/1970;L;Ojek;Naras I");
    const form = formOf({ "sel.1.5.3": "1377920205700002" });
    const { html } = await pages.post(`/impor/${code}/periksa.data`, form, operator);
    expect(html).toContain(`"/impor/${code}/periksa"`);
  });

  it("leaves a row out with its reason and counts it as skipped", async () => {
    const code = await send(...good, "4;SYAFRIL;12;;02/05/1970;L;Ojek;Naras I");
    await pages.post(`/impor/${code}/periksa`, formOf({ lewati: "1.5", "alasan.1.5": "moved" }), operator);
    const { html } = await pages.get(`/impor/${code}/periksa`, operator);
    expect(html).toContain("perlu diperbaiki 0 + dilewati 2");
    expect(html).toContain("Dilewati: Sudah pindah");
    expect(html).toContain("Semua baris siap disimpan");
  });

  it("tells whoever typed into an old page which row others changed first, and keeps their text", async () => {
    const code = await send(...good, "4;SYAFRIL;12;;02/05/1970;L;Ojek;Naras I");
    const path = `/impor/${code}/periksa`;
    expect((await pages.get(path, operator)).html).toMatch(/name="versi\.1\.5" value="0"/);
    const typed = { "sel.1.5.3": "13779202057", "versi.1.5": "0" };
    await pages.post(path, formOf(typed), operator);
    const late = await pages.post(path, formOf({ ...typed, "sel.1.5.3": "1377920205700002" }), operator);
    expect(decodeURIComponent(late.headers.get("set-cookie") ?? "")).toContain(
      "Baris 5 sudah diubah orang lain",
    );
    expect((await pages.get(path, operator)).html).toMatch(/name="sel\.1\.5\.3"[^>]*value="13779202057"/);
  });

  it("takes the mended file back into the same list, says what each row did, and refuses it once the list is set aside", async () => {
    const code = await send(...good, "4;SYAFRIL;12;;02/05/1970;L;Ojek;Naras I");
    const mended = await faultyAsCsv(code, (row) =>
      row[2] === "12" ? row.with(2, "1377920205700002") : row,
    );
    const sent = await upload(mended);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `/impor/${code}/periksa`]);
    expect(decodeURIComponent(sent.headers.get("set-cookie") ?? "")).toContain("1 baris diperbaiki");
    const { html } = await pages.get(`/impor/${code}/periksa`, operator);
    expect(html).toContain("perlu diperbaiki 0");
    expect(html).toContain("Diperbaiki: baris 5.");
    const versi = /name="versi" value="(\d+)"/.exec(
      (await pages.get(`/impor/${code}/tinjau`, operator)).html,
    )![1]!;
    await pages.post(`/impor/${code}/tinjau`, formOf({ aksi: "sisihkan", versi }), operator);
    const late = await upload(`${mended}\n\n`);
    expect(late.status).toBe(409);
    expect(late.html).toContain("Daftar asalnya sudah disisihkan");
  });

  it("shows a colleague no number of another's draft, but lets the right one be typed", async () => {
    const code = await send(...good, "4;SYAFRIL;13779202O5700002;;02/05/1970;L;Ojek;Naras I");
    const colleague = anActor(test.app, "OPR", "13.77.02.2015");
    const { html } = await pages.get(`/impor/${code}/periksa`, colleague);
    expect(html).not.toMatch(/13779202/);
    await pages.post(`/impor/${code}/periksa`, formOf({ "baru.1.5.3": "1377920205700002" }), colleague);
    expect((await pages.get(`/impor/${code}/periksa`, colleague)).html).toContain("perlu diperbaiki 0");
  });
});

/**
 * What an operator's hand does, from the upload page to the saved list: choosing a file, every press and every cell typed into. Read
 * from the pages themselves: a suggestion is pressed where one is offered, else the right value is typed and saved with Enter.
 */
describe("a list of 150 rows with 10 % faults", () => {
  it("is uploaded, mended and saved in fewer than 60 interactions", async () => {
    const lines = Array.from({ length: 150 }, (_, n) =>
      n % 10 === 3 ? faulty[(n - 3) / 10]!.line : soundRow(n),
    );
    let hands = 2; // the file is chosen, the button pressed
    const code = await send(...lines);
    const path = `/impor/${code}/periksa`;
    const first = (await pages.get(path, operator)).html;
    expect(first).toContain("perlu diperbaiki 15");
    for (let turn = 0; turn < 40; turn += 1) {
      const { html } = await pages.get(path, operator);
      const card = /<article[^>]*aria-labelledby="nama-1-(\d+)"([\s\S]*?)<\/article>/.exec(html);
      if (card === null) break;
      const row = Number(card[1]);
      const offered = /name="usul" value="([^"]+)"/.exec(card[2]!)?.[1];
      const alike = card[2]!.includes('name="sama.') ? { [`sama.1.${row}`]: "on" } : {};
      const known = faulty[(row - 2 - 3) / 10]!;
      if (offered !== undefined) {
        hands += 1;
        await pages.post(path, formOf({ usul: offered.replaceAll("&amp;", "&"), ...alike }), operator);
      } else if ("out" in known) {
        hands += 3; // open, choose a reason, press
        await pages.post(path, formOf({ lewati: `1.${row}`, [`alasan.1.${row}`]: known.out }), operator);
      } else {
        hands += 2; // typed, Enter
        await pages.post(
          path,
          formOf({ [`baru.1.${row}.${known.column}`]: known.right, ...alike }),
          operator,
        );
      }
    }
    const mended = (await pages.get(path, operator)).html;
    expect(mended).toContain("perlu diperbaiki 0");
    hands += 1; // on to the review
    const review = (await pages.get(`/impor/${code}/tinjau`, operator)).html;
    const form = formOf({ aksi: "simpan", versi: /name="versi" value="(\d+)"/.exec(review)![1]! });
    hands += 1;
    expect((await pages.post(`/impor/${code}/tinjau`, form, operator)).status).toBe(303);
    await advanceImport(test.app, code);
    expect((await pages.get(`/impor/${code}/selesai`, operator)).html).toContain("149 baris tersimpan");
    process.stdout.write(`150 rows, 15 faulty: ${hands} interactions from upload to saved\n`);
    expect(hands).toBeLessThan(60);
  });
});

function soundRow(n: number): string {
  const [day, year] = [String((n % 28) + 1).padStart(2, "0"), String(50 + (n % 40))];
  return `${n + 1};ORANG ${letters(n)};137792${day}07${year}${String(n + 1).padStart(4, "0")};;${day}/07/19${year};L;Tani;Naras I`;
}

function letters(n: number): string {
  return String.fromCodePoint(65 + (n % 26), 65 + Math.trunc(n / 26));
}

type Fault = { readonly line: string } & (
  | { readonly column: number; readonly right: string }
  | { readonly out: string }
);

/** Fifteen faults of the kinds that offices send. */
const faulty: readonly Fault[] = [
  { line: "4;AFRIZAL;13779202O5700101;;02/05/1970;L;Ojek;Naras I", column: 3, right: "1377920205700101" },
  { line: "14;BAHAR;1377920250700102;;02/05/1970;L;Ojek;Naras I", column: 3, right: "1377920205700102" },
  { line: "24;CANDRA;13779202055700103;;02/05/1970;L;Ojek;Naras I", column: 3, right: "1377920205700103" },
  { line: "34;DARWIS;1,37792E+15;;03/05/1970;L;Ojek;Naras I", column: 3, right: "1377920305700104" },
  { line: "44;EFRIZAL;13779204057001;;04/05/1970;L;Ojek;Naras I", column: 3, right: "1377920405700105" },
  { line: "54;FARIDA;1377924505700106;;31/02/1970;P;Ojek;Naras I", column: 5, right: "05/05/1970" },
  { line: "64;GUSMAN;1377920605700107;;6 Mie 1970;L;Ojek;Naras I", column: 5, right: "06/05/1970" },
  { line: "74;HALIMAH;1377924705700108;;07/05/1970;X;Ojek;Naras I", column: 6, right: "P" },
  { line: "84;IDRUS;1377920805700109;;08/05/1970;X;Ojek;Naras I", column: 6, right: "L" },
  { line: "94;JASMAN;1377920905700110;;09/05/1970;L;Ojek;Entah", column: 8, right: "Naras I" },
  { line: "104;KAMIL;1377921005700111;;10/05/1970;L;Ojek;Entah", column: 8, right: "Naras I" },
  { line: "114;LUKMAN;1377921105700112;;11/05/1970;L;Ojek;Entah", column: 8, right: "Naras I" },
  { line: "124;9999 MANSUR 12345;1377921205700113;;12/05/1970;L;Ojek;Naras I", column: 2, right: "MANSUR" },
  { line: "134;NURDIN (ALM);1377921305700114;;13/05/1970;L;Ojek;Naras I", out: "died" },
  { line: "144;OSMAN;9999999999999999;;14/05/1970;L;Ojek;Naras I", column: 3, right: "1377921405700115" },
];

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const words: FaultyRowsWords = {
  sheet: "A",
  problem: "Masalah",
  repair: "Cara memperbaiki",
  sentences: ({ code }) => ({ problem: code, repair: code }),
};

/** The file of faulty rows as somebody mends it and saves it as csv. */
async function faultyAsCsv(
  code: string,
  mend: (row: readonly string[]) => readonly string[],
): Promise<string> {
  const { bytes } = await faultyRowsFile(test.app, operator, { batchId: code, words });
  const path = join(mkdtempSync(join(test.app.config.dataDir, "faulty-")), "file.xlsx");
  writeFileSync(path, bytes);
  const lines: string[] = [];
  for await (const event of readTable(path, { format: "xlsx", limits: limitsFor("village-list") })) {
    if (event.type !== "row") continue;
    const text = (at: number) => event.cells.find(({ column }) => column === at + 1)?.text ?? "";
    const row = Array.from({ length: 14 }, (_, at) => text(at));
    lines.push(mend(row).join(";"));
  }
  return lines.join("\n");
}

function upload(content: string) {
  const form = formOf({ operasi: test.app.newId(), jenis: "village-list" });
  form.set("berkas", new File([content], "perbaikan.csv"));
  return pages.post("/impor/baru", form, operator);
}

async function send(...lines: readonly string[]): Promise<string> {
  const form = formOf({ operasi: test.app.newId() });
  form.set("jenis", "village-list");
  form.set("berkas", new File([[header, ...lines].join("\n")], "daftar.csv"));
  const { headers } = await pages.post("/impor/baru", form, operator);
  const code = /\/impor\/([A-Z0-9-]+)/.exec(headers.get("location") ?? "")![1]!;
  await advanceImport(test.app, code);
  return code;
}
