import { lastCompleteMonth } from "@tuwai/domain/figures";
import { shiftMonth } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { ensurePlanningSettings, refreshForecasts, refreshTrendEvents } from "@tuwai/server/planning";
import { aCivilServant, anActor, insertPlaces, places, readRows, testDatabase } from "@tuwai/server/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let manager: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await ensurePlanningSettings(test.app);
  pages = await openPages(test.app);
  manager = anActor(test.app, "MGR");
});

const noCounts = { onTime: 0, fullCover: 0, due: 0, waitingFirstPayment: 0, listOnly: 0 };
const noFlows = { ended: 0, lapsed: 0, returned: 0, left: 0 };

/** Each month that share of those without cover join. */
async function counted(
  village: { code: string; kecamatan: string },
  everyone: number,
  { months = 16, share = 0.2 }: { months?: number | undefined; share?: number } = {},
) {
  const last = lastCompleteMonth(test.app.clock.today());
  let covered = 0;
  const rows = Array.from({ length: months }, (_, at) => {
    const joined = Math.round((everyone - covered) * share);
    covered += joined;
    const counts = { ...noCounts, ...noFlows, listed: everyone, covered, joined, grace: 4 };
    return { month: `${shiftMonth(last, at + 1 - months)}-01`, counts };
  });
  await readRows(
    test.app,
    `insert into app.month_figures (region_code, village_code, kecamatan_code, group_code, month, counts, counted_at)
     select '13.77', ?, ?, 'worker', r.month, r.counts, now() from jsonb_to_recordset(?::jsonb) as r(month date, counts jsonb)`,
    village.code,
    village.kecamatan,
    JSON.stringify(rows),
  );
}

async function aCity(of: { months?: number; share?: number } = {}) {
  await counted(places.naras, 120, of);
  await counted(places.kampung, 200, of);
  await refreshForecasts(test.app);
}

const text = (html: string) =>
  html
    .replaceAll(/<style.*?<\/style>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the forecast", () => {
  const path = "/dasbor/perkiraan";

  it("says with its heading where the present pace leads, draws both bands, and gives every number in a table", async () => {
    await aCity();
    const { status, html } = await pages.get(path, manager);
    expect(status).toBe(200);
    expect(html).toMatch(
      /<h1>Menurut pola 12 bulan terakhir, (target tercapai|Desember 2029)[^<]*%[^<]*<\/h1>/,
    );
    expect(html.match(/role="img"/g)).toHaveLength(3);
    expect(text(html)).toContain("8 dari 10 kemungkinan berada di dalam pita muda");
    expect(text(html)).toMatch(/perkiraan desa tiga bulan ke depan jatuh di dalam pita/);
    expect(html).toMatch(/<table.*Desember 2029.*<\/table>/s);
    expect(text(html)).toContain("target belum dipastikan");
  });

  it("draws no band but the pace that is needed where the number changed fewer than six times", async () => {
    await aCity({ months: 4 });
    const { html } = await pages.get(path, manager);
    expect(html).toMatch(/<h1>Perlu tambahan \d+ orang setiap bulan sampai Desember 2029<\/h1>/);
    expect(text(html)).toContain("baru berubah kurang dari enam kali");
    expect(text(html)).not.toContain("8 dari 10 kemungkinan:");
  });

  it("is asked for one village by the address, and a village sees its own without asking", async () => {
    await aCity();
    const asked = await pages.get(`${path}?daerah=${places.naras.code}`, manager);
    expect(text(asked.html)).toMatch(/dari 120 pekerja rentan/);
    const own = await pages.get(path, anActor(test.app, "OPR", places.naras.code));
    expect(text(own.html)).toMatch(/dari 120 pekerja rentan/);
    expect(own.html).not.toContain('name="daerah"');
    const other = await pages.get(
      `${path}?daerah=${places.kampung.code}`,
      anActor(test.app, "OPR", places.naras.code),
    );
    expect(other.status).toBe(404);
  });

  it("says before the first one when there will be one, in both languages", async () => {
    expect(text((await pages.get(path, manager)).html)).toContain("Belum ada perkiraan");
    expect(text((await pages.get(`/en${path}`, manager)).html)).toContain("No forecast yet");
  });
});

describe("what happened along the line", () => {
  it("stands as numbered flags in every drawing, as words beneath it and in the table, for a village as for the city", async () => {
    await aCity();
    await readRows(
      test.app,
      `update app.settings set confirmed = true, changed_by = gen_random_uuid(), changed_at = now() - interval '3 months', value = '60'
       where name = 'coverage-target-percent'`,
    );
    expect((await pages.get("/dasbor/perkiraan", manager)).html).not.toContain("Yang terjadi di sepanjang");
    await refreshTrendEvents(test.app);
    const { html } = await pages.get("/dasbor/perkiraan", manager);
    expect(html).toMatch(
      /Yang terjadi di sepanjang garis.*<li value="1">[^<]*target 60% pada 2029 ditetapkan/s,
    );
    expect(html).toMatch(/<table.*1: target 60% pada 2029 ditetapkan.*<\/table>/s);
    expect(text(html)).toContain("peristiwa bernomor, lihat daftar");
    const own = await pages.get("/en/dasbor/perkiraan", anActor(test.app, "OPR", places.naras.code));
    expect(text(own.html)).toContain("target of 60% in 2029 set");
  });
});

describe("a kept plan beside the forecast", () => {
  const path = "/dasbor/perkiraan";

  it("is chosen by a link, drawn in every size and told in the sentence and the table, and taken away by another link", async () => {
    await aCity({ share: 0.03 });
    expect((await pages.get(path, manager)).html).not.toContain("Bandingkan dengan rencana");
    const code = (await keep("Setiap pegawai satu", "30")).split("/").at(-1)!;
    const without = await pages.get(path, manager);
    expect(without.html).toContain(`href="${path}?skenario=${code}"`);
    const { html } = await pages.get(`${path}?skenario=${code}`, manager);
    expect(text(html)).toMatch(/Dengan rencana “Setiap pegawai satu”, \d+% terlindungi pada Desember 2029/);
    expect(html).toMatch(/<th[^>]*>Dengan rencana<\/th>/);
    expect(html.match(/>dengan rencana<\/tspan>/g)).toHaveLength(3);
    expect(html).toContain(`href="${path}"`);
    expect(html).not.toContain("NaN");
  });

  it("is not offered to a village, which sees no plans, and not found where there is none of that code", async () => {
    await aCity({ share: 0.03 });
    const code = (await keep("Satu", "30")).split("/").at(-1)!;
    const operator = anActor(test.app, "OPR", places.naras.code);
    const own = await pages.get(`${path}?skenario=${code}`, operator);
    expect(own.status).toBe(200);
    expect(text(own.html)).not.toContain("engan rencana");
    expect((await pages.get(`${path}?skenario=RC-0000-00`, manager)).status).toBe(404);
  });
});

const keep = async (name: string, sponsors: string) => {
  const answer = await pages.post("/rencana", { nama: name, pegawai: sponsors }, manager);
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
};

describe("a plan", () => {
  const wishes = "pegawai=30&anggaran=20.000.000&diselamatkan=5&hibah=10&bulan=3";

  it("is not possible before a forecast, and says when it will be", async () => {
    const { status, html } = await pages.get("/rencana", manager);
    expect(status).toBe(200);
    expect(text(html)).toContain("Rencana belum dapat dihitung");
  });

  it("answers a form in the address with four numbers, a sum that unfolds to a village, and a path to 2029", async () => {
    await aCity({ share: 0.03 });
    const { html } = await pages.get(`/rencana?${wishes}`, manager);
    expect(html).toMatch(/<h1>Rencana ini membeli [\d.]+ bulan perlindungan penuh untuk \d+ keluarga<\/h1>/);
    expect(html.match(/<dt>/g)!.length).toBeGreaterThanOrEqual(4);
    expect(html).toMatch(/<details>.*<details>.*Naras I.*\d+ orang × \d+ bulan/s);
    expect(text(html)).toContain("Hibah tiga bulan atau kurang tidak membeli");
    expect(text(html)).toContain("Mulai Januari 2029 belum ada harga");
    expect(html).toMatch(/<table.*Desember 2029.*<\/table>/s);
    expect(html).not.toContain("NaN");
  });

  it("says beside each input with how many it was reckoned, how many civil servants there are, and when all begin", async () => {
    await aCity({ share: 0.03 });
    const asked = "pegawai=99999&anggaran=1000000000&diselamatkan=5000&hibah=30000&bulan=12";
    const { html } = await pages.get(`/rencana?${asked}`, manager);
    const hint = (field: string) =>
      text(new RegExp(`id="${field}-hint"[^>]*>(.*?)</`, "s").exec(html)?.[1] ?? "");
    const [, open] = /Hanya (\d+) orang masih tanpa perlindungan, jadi dihitung \1\./.exec(hint("pegawai"))!;
    expect(Number(open)).toBeGreaterThan(0);
    expect(hint("pegawai")).toContain("Daftar pegawai di sini memuat kurang dari 10 orang");
    expect(hint("anggaran")).toContain("tetapi hanya 0 masih tanpa perlindungan, jadi dihitung 0.");
    expect(hint("diselamatkan")).toContain("Hanya 8 orang menunggak, jadi dihitung 8.");
    expect(hint("hibah")).toContain("Hanya 0 orang masih tanpa perlindungan sesudah rencana lain");
    expect(text(html)).toContain("Anggapan: semua mulai sekaligus pada Desember 2026.");
    for (let at = 0; at < 12; at += 1) await aCivilServant(test.app);
    const listed = text((await pages.get("/rencana?pegawai=13", manager)).html);
    expect(listed).toContain("Daftar pegawai memuat 12 orang; 13 penanggung lebih banyak dari itu.");
    expect(text((await pages.get("/rencana?pegawai=12", manager)).html)).not.toContain("Daftar pegawai");
  });

  it("is asked again with everything that was wrong, each beside its field", async () => {
    await aCity({ share: 0.03 });
    const { html } = await pages.get("/rencana?pegawai=banyak&hibah=5&bulan=", manager);
    expect(text(html)).toContain("Tulis angka saja");
    expect(text(html)).toContain("Tulis berapa bulan hibah diberikan");
    expect(html).toContain('value="banyak"');
  });

  it("is kept under a name and opens with what came out then beside what comes out now", async () => {
    await aCity({ share: 0.03 });
    const address = await keep("Setiap pegawai satu", "30");
    const opened = await pages.get(address, manager);
    expect(text(opened.html)).toContain("Setiap pegawai satu: hasilnya masih sama");
    await readRows(test.app, "delete from app.month_figures where village_code = ?", places.naras.code);
    await counted(places.naras, 20);
    await refreshForecasts(test.app);
    const later = await pages.get(address, anActor(test.app, "EXE"));
    expect(text(later.html)).toContain("Hasil dengan data sekarang");
    expect(text(later.html)).toContain("Angka desa berubah");
    expect(later.html).not.toContain('name="versi"');
  });

  it("is refused without a name, and renamed with one", async () => {
    await aCity({ share: 0.03 });
    const refused = await pages.post("/rencana?pegawai=30", { nama: "", pegawai: "30" }, manager);
    expect(refused.status).toBe(422);
    expect(text(refused.html)).toContain("Beri rencana ini nama");
    const address = await keep("Satu", "30");
    const renamed = await pages.post(address, { nama: "Satu lagi", versi: "1", sisih: "ya" }, manager);
    expect(renamed.status).toBe(303);
    const second = await pages.post(address, { nama: "Terlambat", versi: "1" }, manager);
    expect(second.status).toBe(422);
    expect(text((await pages.get("/rencana", manager)).html)).toMatch(/Satu lagi.*disisihkan/);
  });

  it("stands beside another one, and the better is named", async () => {
    await aCity({ share: 0.03 });
    const codes = [await keep("Sedikit", "5"), await keep("Banyak", "50")].map((each) =>
      each.split("/").at(-1),
    );
    const { html } = await pages.get(`/rencana/banding?satu=${codes[0]}&dua=${codes[1]}`, manager);
    expect(html).toMatch(/<h1>Banyak membeli [\d.]+ bulan penuh lebih banyak<\/h1>/);
    expect(text((await pages.get("/rencana/banding", manager)).html)).toContain("Pilih dua rencana");
    expect((await pages.get("/en/rencana", manager)).html).toContain("Plans that were kept");
  });
});
