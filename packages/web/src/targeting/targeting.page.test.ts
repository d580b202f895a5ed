import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { refreshTargeting } from "@tuwai/server/targeting";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-12-01T02:00:00Z" });
let pages: Pages;
const path = "/dasbor/sasaran";
const list = `${path}/${places.naras.code}`;
const data = () => anActor(test.app, "DAT");

beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
});

/** Fishers of the register: so many poor and on no list, so many poor and covered, and one better off who is covered. */
async function aCity(leftOut: number, covered: number) {
  const [register, workers] = [
    await insertBatch(test.app, "dtsen"),
    await insertBatch(test.app, "village-list"),
  ];
  for (let at = 0; at < leftOut + covered + 1; at += 1) {
    const nik = `137793010185${String(at + 1).padStart(4, "0")}`;
    const decile = at === leftOut + covered ? 8 : 2;
    const person = { name: `Nelayan ${at}`, nik, birthDate: "1985-01-01", sex: "male" as const };
    const attributes = { decile, workGroup: "fisher", asOf: "2026-11-20" };
    const recordId = await insertRecord(test.app, { id: register, kind: "dtsen" }, { ...person, attributes });
    if (at < leftOut) continue;
    const { id } = await insertPerson(test.app, workers, { ...person, occupationGroup: "fisher" });
    await readRows(
      test.app,
      `with l as (insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
         select region_code, gen_random_uuid(), village_code, kecamatan_code, id, ?::uuid, 'dtsen', 1, '[]', 'automatic', app.now()
         from app.persons where id = ?::uuid)
       insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at)
         select region_code, id, village_code, kecamatan_code, 'covered', true, current_date, now() from app.persons where id = ?::uuid`,
      recordId,
      id,
      id,
    );
  }
  await refreshTargeting(test.app);
}

describe("reaching the right ones", () => {
  it("says before the first release what fills the page", async () => {
    expect((await pages.get(path, data())).html).toContain("Belum ada rilis DTSEN");
  });

  it("has the finding as its title, both errors with their intervals, and every bar as a table as well", async () => {
    await aCity(15, 25);
    const { html } = await pages.get(path, anActor(test.app, "EXE"));
    expect(html).toContain("37,5% pekerja miskin belum terlindungi");
    expect(html).toContain("antara 24,2% dan 53%");
    expect(html).toContain("Rentang dengan ketidakpastian padanan");
    expect(html).toContain("Belum ada rilis sebelumnya");
    expect(html).not.toContain(list);
    expect((await pages.get(`/en${path}`, anActor(test.app, "EXE"))).html).toContain(
      "37.5% of poor workers are not covered yet",
    );
  });

  it("leads a data officer to the village's list, and a kecamatan to none", async () => {
    await aCity(15, 25);
    expect((await pages.get(path, data())).html).toContain(`href="${list}"`);
    const { status, html } = await pages.get(path, anActor(test.app, "CMT", places.naras.kecamatan));
    expect([status, html.includes(list)]).toEqual([200, false]);
    for (const role of ["OPR", "KDS"] as const)
      expect((await pages.get(path, anActor(test.app, role, places.naras.code))).status).toBe(403);
  });
});

const formOf = (html: string) => ({
  orang: /name="orang" value="([^"]+)"/.exec(html)![1]!,
  operasi: /name="operasi" value="([^"]+)"/.exec(html)![1]!,
});

describe("a work list", () => {
  it("names people to a data officer, takes a decision with a note, and takes it back", async () => {
    await aCity(2, 1);
    const actor = data();
    const { html } = await pages.get(list, actor);
    expect(html).toContain("2 orang miskin yang bekerja belum terjangkau");
    const { orang, operasi } = formOf(html);
    const missing = await pages.post(list, { orang, operasi }, actor);
    expect(missing.status).toBe(422);
    expect(missing.html).toContain("Pilih satu keputusan.");
    const sent = {
      orang,
      operasi: test.app.newId(),
      [`putusan-${orang}`]: "invited",
      [`catatan-${orang}`]: "dekat pasar",
    };
    expect((await pages.post(list, sent, actor)).status).toBe(303);
    const decided = await pages.get(`${list}?putusan=sudah`, actor);
    expect(decided.html).toContain("Minta desa mengunjungi");
    expect(decided.html).toContain("dekat pasar");
    const batalkan = /name="batalkan" value="([^"]+)"/.exec(decided.html)![1]!;
    expect((await pages.post(list, { batalkan, operasi: test.app.newId() }, actor)).status).toBe(303);
    expect((await pages.get(list, actor)).html).toContain("2 orang miskin");
    const work = await pages.get("/kerja", anActor(test.app, "OPR", places.naras.code));
    expect(work.html).not.toContain("desil");
  });

  it("shows whom cover includes though better off, for review", async () => {
    await aCity(1, 1);
    const { html } = await pages.get(`${list}?daftar=lebih-mampu`, data());
    expect(html).toContain("1 orang pada daftar lebih mampu: perlu ditinjau");
    expect(html).toContain("Tetap, tidak ada yang diubah");
  });

  it("is no page for anybody else, and leaves as a file", async () => {
    await aCity(2, 1);
    for (const role of ["MGR", "EXE", "AUD"] as const)
      expect((await pages.get(list, anActor(test.app, role))).status).toBe(403);
    const file = await pages.post(`${list}/berkas`, { bentuk: "csv" }, data());
    expect(file.status).toBe(200);
    expect(file.html).toContain("Nelayan 0");
  });
});

describe("the decile watch", () => {
  const watch = `${path}/rilis`;

  it("says before a second release what fills it, and is for data officers alone", async () => {
    expect((await pages.get(watch, data())).html).toContain("Belum ada dua rilis DTSEN");
    for (const role of ["MGR", "EXE", "CMT"] as const)
      expect((await pages.get(watch, anActor(test.app, role, places.naras.kecamatan))).status).toBe(403);
  });

  it("shows who moved, decides the group at once, and takes it back", async () => {
    const [first, second] = [await insertBatch(test.app, "dtsen"), await insertBatch(test.app, "dtsen")];
    await readRows(
      test.app,
      "update app.import_batches set applied_at = app.now() - interval '90 days' where id = ?",
      first,
    );
    await readRows(test.app, "update app.import_batches set applied_at = app.now() where id = ?", second);
    const person = { name: "Nelayan 1", nik: "1377930101850001", birthDate: "1985-01-01" };
    const said = (decile: number) => ({
      ...person,
      attributes: { decile, workGroup: "fisher", asOf: "2026-11-20" },
    });
    const old = await insertRecord(test.app, { id: first, kind: "dtsen" }, said(6));
    await readRows(
      test.app,
      "update app.source_records set withdrawn_at = app.now(), superseded_by = ?::uuid where id = ?::uuid",
      second,
      old,
    );
    await insertRecord(test.app, { id: second, kind: "dtsen" }, said(2));
    await refreshTargeting(test.app);
    const actor = data();
    const { html } = await pages.get(`${watch}?kelompok=menjadi-miskin`, actor);
    expect(html).toContain("1 perubahan pada rilis baru menunggu keputusan");
    expect(html).toMatch(/desil 6.*desil 2/s);
    const sent = { operasi: test.app.newId(), kelompok: "menjadi-miskin" };
    expect((await pages.post(watch, sent, actor)).status).toBe(422);
    const decided = { ...sent, operasi: test.app.newId(), putusan: "register-right" };
    expect((await pages.post(watch, decided, actor)).status).toBe(303);
    const after = (await pages.get(watch, actor)).html;
    expect(after).toContain("Tidak ada perubahan rilis yang menunggu keputusan");
    const batalkan = /name="batalkan" value="([^"]+)"/.exec(after)![1]!;
    expect((await pages.post(watch, { batalkan, operasi: test.app.newId() }, actor)).status).toBe(303);
    expect((await pages.get(watch, actor)).html).toContain("1 perubahan pada rilis baru");
  });
});
