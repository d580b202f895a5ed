import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { advanceImport, applyImport } from "@tuwai/server/imports";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const header = "Nama Lengkap;NIK;Tgl Lahir;L/P;Alamat;Pekerjaan";
const ali = "ALI;1377920107600007;01/07/1960;L;Simpang;Tani";
const budi = "BUDI;1377920108600008;01/08/1960;L;Simpang;Tani";
const citra = "CITRA;1377924109600009;01/09/1960;P;Simpang;Tani";
let pages: Pages;
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", "13.77.02.2015");
});

it("a list is compared before it is saved, those gone are asked about by name, and who is unknown is looked for", async () => {
  const first = await send(ali, budi, citra);
  await applyImport(test.app, operator, { operationId: test.app.newId(), batchId: first });
  await advanceImport(test.app, first);
  const code = await send(ali.replace("Simpang", "Pasar"), "DEWI;1377924505700004;05/05/1970;P;Simpang;Tani");
  const path = `/impor/${code}/tinjau`;
  const { html } = await pages.get(path, operator);
  expect(html).toContain("1 baru, 1 berubah, 0 sama, 2 tidak ada lagi di daftar ini.");
  expect(html).toContain("Apa yang terjadi dengan BUDI?");
  const person = /name="orang" value="(PK-[^"]+)"/.exec(html)![1]!;
  const undated = await pages.post(path, formOf({ orang: person, [`${person}.jawaban`]: "died" }), operator);
  expect([undated.status, undated.html.includes("Isi tanggal kejadian.")]).toEqual([422, true]);
  const answers = { orang: person, [`${person}.jawaban`]: "still-here", "lainnya.jawaban": "unknown" };
  expect((await pages.post(path, formOf(answers), operator)).status).toBe(303);
  expect((await pages.get(path, operator)).html).not.toContain("Apa yang terjadi dengan");
  const wanted = await pages.get("/pekerja/dicari", operator);
  expect(wanted.html).toContain("CITRA");
  const other = /name="orang" value="(PK-[^"]+)"/.exec(wanted.html)![1]!;
  const back = formOf({ orang: other, [`${other}.jawaban`]: "still-here" });
  expect((await pages.post("/pekerja/dicari", back, operator)).status).toBe(303);
  expect((await pages.get("/pekerja/dicari", operator)).html).toContain("Tidak ada orang yang dicari.");
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set("aksi", "tidak-ada");
  form.set("operasi", test.app.newId());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function send(...lines: readonly string[]): Promise<string> {
  const form = formOf({ jenis: "village-list" });
  form.set("berkas", new File([[header, ...lines].join("\n")], "daftar.csv"));
  const { headers } = await pages.post("/impor/baru", form, operator);
  const code = /\/impor\/([A-Z0-9-]+)/.exec(headers.get("location") ?? "")![1]!;
  await advanceImport(test.app, code);
  return code;
}
