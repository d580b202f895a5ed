import { lastCompleteMonth } from "@tuwai/domain/figures";
import { shiftMonth } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { ensurePlanningSettings, refreshForecasts } from "@tuwai/server/planning";
import { anActor, insertPlaces, places, readRows, testDatabase } from "@tuwai/server/testing";
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

/** Each month a fifth of those without cover join. */
async function counted(village: { code: string; kecamatan: string }, everyone: number, months = 16) {
  const last = lastCompleteMonth(test.app.clock.today());
  let covered = 0;
  const rows = Array.from({ length: months }, (_, at) => {
    const joined = Math.round((everyone - covered) * 0.2);
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

async function aCity(months?: number) {
  await counted(places.naras, 120, months);
  await counted(places.kampung, 200, months);
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
    expect(html).toMatch(/<h1>Dengan laju sekarang, (target tercapai|Desember 2029)[^<]*%[^<]*<\/h1>/);
    expect(html.match(/role="img"/g)).toHaveLength(2);
    expect(text(html)).toContain("8 dari 10 kemungkinan berada di dalam pita muda");
    expect(text(html)).toMatch(/perkiraan desa tiga bulan ke depan jatuh di dalam pita/);
    expect(html).toMatch(/<table.*Desember 2029.*<\/table>/s);
    expect(text(html)).toContain("target belum dipastikan");
  });

  it("draws no band but the pace that is needed where the number changed fewer than six times", async () => {
    await aCity(4);
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
