import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { advanceImport } from "@tuwai/server/imports";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, testDatabase } from "@tuwai/server/testing";
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
    const { html, status } = await pages.post(`/impor/${code}/periksa`, form, operator);
    expect([status, html]).toEqual([303, expect.anything()]);
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

  it("leaves a row out with its reason and counts it as skipped", async () => {
    const code = await send(...good, "4;SYAFRIL;12;;02/05/1970;L;Ojek;Naras I");
    await pages.post(`/impor/${code}/periksa`, formOf({ lewati: "1.5", "alasan.1.5": "moved" }), operator);
    const { html } = await pages.get(`/impor/${code}/periksa`, operator);
    expect(html).toContain("perlu diperbaiki 0 + dilewati 2");
    expect(html).toContain("Dilewati: Sudah pindah");
    expect(html).toContain("Semua baris siap disimpan");
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

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
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
