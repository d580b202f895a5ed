import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { writeWorkbook } from "@tuwai/server/exports";
import { advanceImport } from "@tuwai/server/imports";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const header = "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan";
const good = [
  "1;ROSMANIAR;1377920105790001;;01/05/1979;P;Nelayan",
  "2;ALI;1377920107600007;;01/07/1960;L;Tani",
  "3;BUDI;1377920108600008;;01/08/1960;L;Tani",
  "4;CITRA;1377924109600009;;01/09/1960;P;Tani",
];
const numeric = "5;SYAFRIL;1,37792E+15;;02/05/1970;L;Ojek";
let pages: Pages;
let operator: Actor;
let head: Actor;

beforeEach(async () => {
  await ensureRegions(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", "13.77.02.2015");
  head = anActor(test.app, "KDS", "13.77.02.2015");
});

describe("uploading a list", () => {
  it("offers what the role sends, tells the limits, and works without any script", async () => {
    const { status, html } = await pages.get("/impor/baru", operator);
    expect(status).toBe(200);
    expect(html).toContain('encType="multipart/form-data"');
    expect(html.split(/paling besar 10 MB dan 20.000 baris/i), "the limit is said once").toHaveLength(2);
    expect(html).toContain("Naras I");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("DTSEN");
    const data = await pages.get("/impor/baru", anActor(test.app, "DAT"));
    expect(data.html).toContain("Pilih desa atau kelurahan");
    expect(data.html).toContain("1.000.000 baris");
  });

  it("without a file, or a village where one is needed, says so and keeps what was chosen", async () => {
    const empty = await pages.post("/impor/baru", formOf(null), operator);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain("Pilih berkas yang akan diunggah");
    expect(empty.html).toContain('href="#berkas"');
    const form = formOf("a;b\n");
    const lacking = await pages.post("/impor/baru", form, anActor(test.app, "DAT"));
    expect(lacking.status).toBe(422);
    expect(lacking.html).toContain("Pilih desa atau kelurahan pemilik daftar");
  });

  it("too large for its kind is refused with the limit", async () => {
    const { status, html } = await pages.post("/impor/baru", formOf("x".repeat(10_500_000)), operator);
    expect(status).toBe(413);
    expect(html).toContain("Berkas lebih besar dari 10 MB");
  });

  it("leads to a page that waits and reloads by itself without scripts", async () => {
    const code = await send(listOf(...good));
    const { html } = await pages.get(`/impor/${code}`, operator);
    expect(html).toContain("Sedang dibaca");
    expect(html).toMatch(/<noscript><meta http-equiv="refresh"/i);
  });

  it("the same file twice names the first import", async () => {
    const code = await send(listOf(...good));
    const again = await pages.post("/impor/baru", formOf(listOf(...good)), operator);
    expect(again.headers.get("location")).toBe(`/impor/${code}`);
    expect(decodeURIComponent(again.headers.getSetCookie().join())).toContain(code);
  });
});

describe("cells pasted from a spreadsheet", () => {
  const cells = ["NIK\tNama\tTgl Lahir\tL/P", "1377920105790001\tROSMANIAR\t01/05/1979\tP", ""].join("\r\n");

  it("come in as a file named after the day, and are known again like any file", async () => {
    const sent = await pages.post("/impor/baru", pasteOf(cells), operator);
    expect(sent.status).toBe(303);
    const code = sent.headers.get("location")!.split("/").at(-1)!;
    await advance(code);
    const { html } = await follow(`/impor/${code}`, operator);
    expect(html).toMatch(/tempelan-\d{4}-\d\d-\d\d\.tsv/);
    expect(html).toContain("diterima 1");
    const again = await pages.post("/impor/baru", pasteOf(cells), operator);
    expect(decodeURIComponent(again.headers.getSetCookie().join())).toContain(code);
  });

  it("without their headings are not taken in: the form says what is missing, with an example, and keeps them", async () => {
    const people = cells.split("\r\n").slice(1).join("\r\n");
    const { status, html } = await pages.post("/impor/baru", pasteOf(people), operator);
    expect(status).toBe(422);
    expect(html).toContain("Baris judul kolom tidak ikut tertempel");
    expect(html).toContain("NIK, Nama");
    expect(html).toMatch(/<textarea[^>]*>1377920105790001\tROSMANIAR/);
    expect((await pages.get("/impor", operator)).html).toContain("Belum ada berkas yang diunggah");
  });

  it("beside a file, or for a registry, are refused with what to do; a box of line breaks is empty", async () => {
    const both = pasteOf(cells);
    both.set("berkas", new File([listOf(...good)], "daftar.csv"));
    expect((await pages.post("/impor/baru", both, operator)).html).toContain("salah satu saja");
    const registry = pasteOf(cells);
    registry.set("jenis", "dtsen");
    const data = anActor(test.app, "DAT");
    expect((await pages.post("/impor/baru", registry, data)).html).toContain("dikirim sebagai berkas");
    const { html } = await pages.post("/impor/baru", pasteOf("\r\n\r\n"), operator);
    expect(html).toContain("atau tempel isinya");
  });
});

describe("an empty list to fill in", () => {
  it("is offered beside the form for each kind the office sends, as workbook and csv", async () => {
    const { html } = await pages.get("/impor/baru", operator);
    expect(html).toContain('href="/impor/templat/village-list"');
    const book = await pages.get("/impor/templat/village-list", operator);
    expect(book.headers.get("content-disposition")).toContain(".xlsx");
    expect(book.html.startsWith("PK")).toBe(true);
    const { html: csv } = await pages.get("/impor/templat/village-list?bentuk=csv", operator);
    expect(csv.split("\r\n")[0]).toContain("NIK;KK;Nama;Tempat lahir;Tanggal lahir;Jenis kelamin");
  });

  it("is none of an office that does not send the kind, nor of a kind nobody knows", async () => {
    expect((await pages.get("/impor/templat/dtsen", operator)).status).toBe(403);
    expect((await pages.get("/impor/templat/lain", operator)).status).toBe(404);
    expect((await pages.get("/impor/templat/village-list", anActor(test.app, "EXE"))).status).toBe(403);
  });
});

describe("from the check to the receipt", () => {
  it("shows problems by repair, the rows as they stand, and the equation", async () => {
    const code = await checked(listOf(...good, numeric));
    const { html } = await follow(`/impor/${code}`, operator);
    expect(html).toContain("1 baris perlu diperbaiki");
    expect(html).toContain("Dibaca 6 = diterima 4 + perlu diperbaiki 1 + dilewati 1");
    expect(html).toContain("NIK tersimpan sebagai angka di Excel");
    expect(html).toContain("Harus diperbaiki");
    expect(html).toContain("<mark>1,37792E+15</mark>");
    expect(html).toContain("SYAFRIL");
  });

  it("shows a colleague no number of a person, and other offices no cell", async () => {
    const code = await checked(listOf(...good, "5;SYAFRIL;137792010570;;02/05/1970;L;Ojek"));
    const colleague = await pages.get(`/impor/${code}/periksa`, anActor(test.app, "OPR", "13.77.02.2015"));
    expect(colleague.html).toContain("SYAFRIL");
    expect(colleague.html).not.toContain("137792010570");
    const other = await pages.get(`/impor/${code}/periksa`, anActor(test.app, "DAT"));
    expect(other.status).toBe(200);
    expect(other.html).not.toContain("SYAFRIL");
  });

  it("filters by problem and level in the address", async () => {
    const code = await checked(listOf(...good, numeric));
    const some = await pages.get(`/impor/${code}/periksa?masalah=E-NUM`, operator);
    expect(some.html).toContain("SYAFRIL");
    const none = await pages.get(`/impor/${code}/periksa?masalah=E-SEX`, operator);
    expect(none.html).toContain("Tidak ada baris dengan masalah ini");
  });

  it("saves after the review, ends in a receipt, and can be undone", async () => {
    const code = await checked(listOf(...good, numeric));
    const review = await pages.get(`/impor/${code}/tinjau`, operator);
    expect(review.html).toContain("Simpan 4 baris");
    expect(review.html).toContain("Tidak ada yang dihapus");
    const saved = await pages.post(`/impor/${code}/tinjau`, hidden(review.html, "simpan"), operator);
    expect(saved.headers.get("location")).toBe(`/impor/${code}`);
    expect((await pages.get(`/impor/${code}`, operator)).html).toContain("Sedang disimpan");
    await advance(code);
    const done = await follow(`/impor/${code}`, operator);
    expect(done.html).toContain("4 baris tersimpan");
    expect(done.html).toContain(code);
    expect(done.html).toContain("1 baris masih perlu diperbaiki");
    expect(done.html).toContain("21 Desember 2026");
    expect(done.html, "every row read has one fate").toContain(
      "6 baris dibaca = 4 orang baru + 1 perlu diperbaiki + 1 judul, catatan, dan baris kosong",
    );
    expect(done.html).toContain("Sedang dicocokkan");
    expect(done.html).toMatch(/ROSMANIAR<\/a>[^<]*<span[^>]*>baris 2/);
    const undone = await pages.post(`/impor/${code}/selesai`, hidden(done.html), operator);
    expect(undone.status).toBe(303);
    expect((await pages.get(`/impor/${code}/selesai`, operator)).html).toContain("sudah diurungkan");
  });

  it("lays a file aside without touching anything", async () => {
    const code = await checked(listOf(...good));
    const review = await pages.get(`/impor/${code}/tinjau`, operator);
    await pages.post(`/impor/${code}/tinjau`, hidden(review.html, "sisihkan"), operator);
    const { html } = await pages.get(`/impor/${code}`, operator);
    expect(html).toContain("disisihkan");
    expect(html).toContain('href="/impor/baru"');
    // Whoever reads but does not send gets no button to a page that refuses.
    expect((await pages.get(`/impor/${code}`, anActor(test.app, "MGR"))).html).not.toContain("/impor/baru");
  });

  it("gives the faulty rows as a workbook, to the office that sent them", async () => {
    const code = await checked(listOf(...good, numeric));
    const file = await pages.get(`/impor/${code}/baris-bermasalah.xlsx`, operator);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toContain(`daftar-${code}.xlsx`);
    expect(file.html.startsWith("PK")).toBe(true);
    const other = await pages.get(`/impor/${code}/baris-bermasalah.xlsx`, anActor(test.app, "DAT"));
    expect(other.status).toBe(403);
  });
});

describe("choosing columns", () => {
  const unclear =
    "Nama;NIK;Nama Lengkap;Tgl Lahir\nUNI;1377920105790001;Rosmaniar;01/05/1979\nUJANG;1377920205700002;Syafril;02/05/1970\n";

  it("shows samples, tiers and what is required, and forces a choice where two columns claim one field", async () => {
    const code = await checked(unclear);
    const { html } = await follow(`/impor/${code}`, operator);
    expect(html).toContain("Pilih arti kolom");
    expect(html).toContain("Rosmaniar · Syafril");
    expect(html).toContain("Cocok");
    const both = await pages.post(
      `/impor/${code}/kolom`,
      { ...hidden(html), "kolom-1": "name", "kolom-2": "nik", "kolom-3": "name", "kolom-4": "birthDate" },
      operator,
    );
    expect(both.status).toBe(422);
    expect(both.html).toContain("Beberapa kolom dipakai sebagai Nama");
    const none = await pages.post(
      `/impor/${code}/kolom`,
      { ...hidden(html), "kolom-1": "", "kolom-2": "nik", "kolom-3": "", "kolom-4": "birthDate" },
      operator,
    );
    expect(none.html).toContain("Belum ada kolom untuk Nama");
  });

  it("goes on when the choice is clear", async () => {
    const code = await checked(unclear);
    const { html } = await follow(`/impor/${code}`, operator);
    const chosen = { "kolom-1": "", "kolom-2": "nik", "kolom-3": "name", "kolom-4": "birthDate" };
    const answer = await pages.post(`/impor/${code}/kolom`, { ...hidden(html), ...chosen }, operator);
    expect(answer.status).toBe(303);
    await advance(code);
    expect((await follow(`/impor/${code}`, operator)).html).toContain("diterima 2");
  });
});

describe("choosing sheets", () => {
  it("asks which of two lists with other columns is meant, wants an answer, and reads the chosen one", async () => {
    const code = await checked(await twoLists());
    const { html } = await follow(`/impor/${code}`, operator);
    const boxes = [...html.matchAll(/<input[^>]*name="lembar"[^>]*>/g)].map(([box]) => box);
    expect(boxes.map((box) => /value="([^"]*)"/.exec(box)?.[1])).toEqual(["Nelayan", "Petani"]);
    expect(boxes.join(), "one of them may be last year's").not.toContain("checked");
    const none = await pages.post(`/impor/${code}/kolom`, hidden(html), operator);
    expect(none.status).toBe(422);
    expect(none.html).toContain('href="#lembar"');
    const answer = await pages.post(`/impor/${code}/kolom`, { ...hidden(html), lembar: "Petani" }, operator);
    expect(answer.status).toBe(303);
    await advance(code);
    const done = await follow(`/impor/${code}`, operator);
    expect(done.html).toContain("diterima 1");
    expect(done.html).not.toContain("ROSMANIAR");
  });
});

describe("a file that cannot be read", () => {
  it("says what happened, what to do, and that nothing was lost", async () => {
    const code = await checked("");
    const { html } = await pages.get(`/impor/${code}`, operator);
    expect(html).toContain("Tidak ada daftar di dalam berkas ini");
    expect(html).toContain("Isi daftarnya");
    expect(html).toContain("Tidak ada data yang berubah");
    const english = await pages.get(`/en/impor/${code}`, operator);
    expect(english.html).toContain("There is no list in this file");
  });
});

describe("a second person", () => {
  it("is asked above 200 rows; the sender reads why, and only the other may approve", async () => {
    const code = await checked(listOf(...manyRows(201)));
    const review = await pages.get(`/impor/${code}/tinjau`, operator);
    expect(review.html).toContain("Minta persetujuan untuk 201 baris");
    await pages.post(`/impor/${code}/tinjau`, hidden(review.html, "simpan"), operator);
    const waiting = await pages.get(`/impor/${code}/tinjau`, operator);
    expect(waiting.html).toContain("Menunggu orang kedua");
    expect(waiting.html).toContain("Anda yang mengunggah berkas ini");
    const list = await pages.get("/impor/persetujuan", head);
    expect(list.html).toContain(`/impor/${code}/setujui`);
    const asked = await pages.get(`/impor/${code}/setujui`, head);
    expect(asked.html).toContain("Setujui 201 baris");
    const own = await pages.get(`/impor/${code}/setujui`, { ...head, userId: operator.userId });
    expect(own.html).toContain("tidak dapat menyetujui kiriman sendiri");
    expect(own.html).not.toContain("Setujui 201 baris");
    const forged = await pages.post(`/impor/${code}/setujui`, hidden(asked.html), {
      ...head,
      userId: operator.userId,
    });
    expect(forged.status).toBe(403);
    await pages.post(`/impor/${code}/setujui`, hidden(asked.html), head);
    expect((await pages.get(`/impor/${code}/setujui`, head)).html).toContain("Sudah Anda setujui");
  });
});

describe("who may look", () => {
  it("sends strangers to sign in, refuses roles without imports, hides other villages", async () => {
    const code = await checked(listOf(...good));
    expect((await pages.get("/impor")).headers.get("location")).toContain("/masuk");
    expect((await pages.get("/impor", anActor(test.app, "EXE"))).status).toBe(403);
    expect((await pages.get("/impor/baru", head)).status).toBe(403);
    expect((await pages.get("/impor/baru", anActor(test.app, "MGR"))).status).toBe(403);
    const stranger = anActor(test.app, "OPR", "13.77.02.2016");
    for (const path of ["", "/periksa", "/tinjau", "/selesai", "/kolom", "/baris-bermasalah.xlsx"]) {
      const found = await pages.get(`/impor/${code}${path}`, stranger);
      expect(found.status).toBe(404);
      expect(found.html).toBe((await pages.get(`/impor/IM-2222-22${path}`, stranger)).html);
    }
  });

  it("tells an empty history from an empty filter", async () => {
    const empty = await pages.get("/impor", operator);
    expect(empty.html).toContain("Belum ada berkas yang diunggah");
    await checked(listOf(...good));
    const list = await pages.get("/impor", operator);
    expect(list.html).toContain("daftar.csv");
    expect(list.html).toContain("Siap ditinjau");
    const filtered = await pages.get("/impor?keadaan=undone", operator);
    expect(filtered.html).toContain("Tidak ada berkas dengan keadaan ini");
    expect(filtered.html).toContain("Hapus saringan");
  });

  it("puts what waits on the first page", async () => {
    await checked(listOf(...good, numeric));
    const { html } = await pages.get("/kerja", operator);
    expect(html).toContain("1 baris “daftar.csv” perlu diperbaiki");
  });
});

function listOf(...rows: readonly string[]): string {
  return [header, ...rows].join("\n");
}

function manyRows(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const letters = `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + Math.floor(index / 26))}`;
    const year = 60 + (index % 30);
    return `${index + 1};SYAFRIL ${letters};1377920105${year}${String(index + 1).padStart(4, "0")};;01/05/19${year};L;Nelayan`;
  });
}

function sheet(name: string, headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  return { name, columns: headers.map((header) => ({ header, kind: "text" as const })), rows };
}

/** Two sheets that are both lists, and not of the same columns. */
function twoLists(): Promise<Uint8Array> {
  return writeWorkbook(
    [
      sheet(
        "Nelayan",
        ["NIK", "Nama", "Tanggal lahir", "No HP"],
        ["1377920105790001", "ROSMANIAR", "01/05/1979", "081234567890"],
        ["1377920107600007", "ALI", "01/07/1960", "081234567891"],
      ),
      sheet("Petani", ["NIK", "Nama", "Alamat"], ["1377920108600008", "BUDI", "Jl. Sudirman"]),
    ],
    { title: "Daftar", writtenAt: 0 },
  );
}

function pasteOf(cells: string): FormData {
  const form = formOf(null);
  form.set("tempelan", cells);
  return form;
}

function formOf(content: string | Uint8Array | null): FormData {
  const form = new FormData();
  form.set("operasi", test.app.newId());
  form.set("jenis", "village-list");
  form.set("berkas", fileOf(content));
  return form;
}

function fileOf(content: string | Uint8Array | null): File {
  if (content === null) return new File([], "");
  const name = typeof content === "string" ? "daftar.csv" : "daftar.xlsx";
  return new File([content as BlobPart], name);
}

async function send(content: string | Uint8Array): Promise<string> {
  const { headers, status, html } = await pages.post("/impor/baru", formOf(content), operator);
  if (status !== 303) throw new Error(`${status} ${html.replaceAll(/<[^>]+>/g, " ").slice(0, 900)}`);
  return headers.get("location")!.split("/").at(-1)!;
}

async function checked(content: string | Uint8Array): Promise<string> {
  const code = await send(content);
  await advance(code);
  return code;
}

/** As the background does after a commit. */
async function advance(code: string): Promise<void> {
  await advanceImport(test.app, code);
}

/** What a form on the page would send along: its hidden fields. */
function hidden(html: string, button?: string): Record<string, string> {
  const forms = html
    .split("<form")
    .slice(1)
    .map((part) => part.split("</form>")[0]!);
  const form = forms.find((text) => button === undefined || text.includes(`value="${button}"`)) ?? "";
  const post = button === undefined ? (forms.find((text) => text.includes('name="operasi"')) ?? form) : form;
  const fields = [...post.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return {
    ...Object.fromEntries(fields.map(([, name, value]) => [name!, value!])),
    ...(button === undefined ? {} : { aksi: button }),
  };
}

async function follow(path: string, actor: Actor) {
  let answer = await pages.get(path, actor);
  for (let hops = 0; answer.status === 302 && hops < 3; hops += 1)
    answer = await pages.get(answer.headers.get("location")!, actor);
  return answer;
}
