import { beforeEach, describe, expect, it } from "vitest";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { tellVillageContact } from "@tuwai/server/calls";
import {
  aSteppedUpActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import type { Role } from "@tuwai/server/app";
import { openPages } from "#testing";

const test = testDatabase();
const { naras, kampung } = places;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  await ensureDefaultPolicy(test.app);
});

const read = async (role: Role, scope?: string, path = "/kerja") => {
  const pages = await openPages(test.app);
  const { html } = await pages.get(path, aSteppedUpActor(test.app, role, scope));
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
};
const filled = (main: string) => [...main.matchAll(/class="button"/g)].length;

describe("the first page of a camat", () => {
  it("begins with how many to call, each with why and a question, and says where no number is known", async () => {
    const main = await read("CMT", naras.kecamatan);
    expect(main).toMatch(/<b class="big-number">1<\/b> <span>desa dan kelurahan perlu Anda telepon/);
    expect(main).toContain("Naras I");
    expect(main).not.toContain("Kampung");
    expect(main).toContain("Tanpa daftar, pekerjanya tidak terhitung");
    expect(main).toContain("Nomor belum ada.");
    expect(main).toContain(`href="/kontak-desa/${naras.code}"`);
    expect(main).not.toContain("tel:");
    expect(filled(main)).toBe(1);
  });

  it("dials and writes once the village has told its numbers", async () => {
    await tellVillageContact(test.app, aSteppedUpActor(test.app, "KDS", naras.code), {
      operationId: test.app.newId(),
      villageCode: naras.code,
      phone: "0751-123456",
      whatsapp: "0812-3456-7890",
    });
    const main = await read("CMT", naras.kecamatan, "/en/kerja");
    expect(main).toContain('href="tel:+62751123456"');
    expect(main).toContain("https://wa.me/6281234567890?text=");
    expect(main).not.toContain("No number yet");
  });
});

it("the first page of a head says people, the lurah's without BPD and APBDes, each with three names at most and one button", async () => {
  for (const place of [naras, kampung]) {
    const list = await insertBatch(test.app, "village-list", place);
    for (const name of ["Rosna", "Syafril", "Yusmaniar", "Zainal"]) {
      const { id } = await insertPerson(test.app, list, { name, place });
      await readRows(
        test.app,
        `insert into app.arrears (region_code, person_id, village_code, kecamatan_code, state, cause, fund_source, owed_months,
           arrears_rupiah, natural_rupiah, accident_rupiah, paid_until, safe_rescue_day, last_rescue_day, ends_on, due_on, as_of, at)
         select region_code, id, village_code, kecamatan_code, 'grace-2', 'not-received', 'apbdes', 2, 33600, 42000000, 70000000,
           '2026-09-30', '2026-11-25', '2026-11-30', '2027-01-01', '2026-10-15', '2026-11-21', now() from app.persons where id = ?`,
        id,
      );
    }
  }
  const head = await read("KDS", naras.code);
  expect(head).toMatch(/<b class="big-number">0<\/b> <span>dari 4 pekerja rentan Naras I terlindungi/);
  expect([
    ...head.matchAll(/Dibayar sampai September 2026; keluar dari kepesertaan mulai 1 Jan 2027/g),
  ]).toHaveLength(3);
  expect(filled(head)).toBe(1);
  const lurah = await read("KDS", kampung.code);
  expect(lurah).toContain("· Lurah ·");
  expect(lurah).not.toMatch(/BPD|APBDes|Kepala desa/);
});

it("the first page of the mayor and of the treasurer names villages and payers, and has one button", async () => {
  const mayor = await read("EXE");
  expect(mayor).toContain("Angka kota tampil sesudah daftar pertama tersimpan");
  expect([...mayor.matchAll(/class="card name-card"/g)]).toHaveLength(2);
  expect(filled(mayor)).toBe(1);
  const treasurer = await read("FIN");
  expect(treasurer).toContain("Tidak ada iuran November 2026 yang harus dibayar kota sekarang");
  expect(filled(treasurer)).toBe(1);
});

it("a number that cannot be dialled is said so, and what was typed stays", async () => {
  const pages = await openPages(test.app);
  const actor = aSteppedUpActor(test.app, "CMT", naras.kecamatan);
  const path = `/kontak-desa/${naras.code}`;
  const send = (phone: string) => pages.post(path, { operasi: test.app.newId(), phone, whatsapp: "" }, actor);
  const wrong = await send("nomor lama");
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Nomor ini tidak terbaca");
  expect(wrong.html).toContain('value="nomor lama"');
  expect((await send("0751 123456")).status).toBe(303);
  expect((await pages.get(path, actor)).html).toContain('value="0751123456"');
  expect((await pages.get(`/kontak-desa/${kampung.code}`, actor)).status).toBe(404);
});
