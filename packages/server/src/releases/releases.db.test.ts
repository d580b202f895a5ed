import { beforeEach, describe, expect, it } from "vitest";
import { type App, publicActor } from "#app";
import { getPublicCoverage } from "#coverage";
import { inTransaction } from "#database";
import { refreshFigures } from "#figures";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import {
  confirmRelease,
  dropRelease,
  getReleaseDraft,
  listReleaseDrafts,
  noteOnRelease,
  submitRelease,
} from "./decide-release.ts";
import { getRelease, listReleases } from "./get-releases.ts";
import { publishReleases, startReleases } from "./publish-releases.ts";
import { releaseFile } from "./release-file.ts";

let app: App;
const test = testDatabase();
const op = () => ({ operationId: app.newId() });
const words = { readme: "Baca dulu", columns: {}, source: (name: string) => name };
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
});

type Place = (typeof places)[keyof typeof places];

/** People on a village's list since September, of whom the first `covered` are covered in October. */
async function aVillage(place: Place, people: number, covered: number): Promise<string[]> {
  const list = await insertBatch(app, "village-list", place);
  const first = await insertPerson(app, list, { name: "Pekerja", place });
  await readRows(app, "update app.persons set created_at = '2026-09-01' where id = ?", first.id);
  const rows = await readRows<{ id: string }>(
    app,
    `insert into app.persons (region_code, id, code, village_code, kecamatan_code, full_name, nik_status, created_at, updated_at)
     select region_code, gen_random_uuid(), code || n, village_code, kecamatan_code, 'Pekerja', 'kosong', created_at, created_at
     from app.persons, generate_series(2, ?::int) n where id = ? returning id`,
    people,
    first.id,
  );
  const ids = [first.id, ...rows.map(({ id }) => id)];
  await cover(ids.slice(0, covered), "C");
  return ids;
}

/** Letters of the clock from October on. */
const cover = (ids: readonly string[], marks: string) =>
  readRows(
    app,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at, marks_from, marks)
     select region_code, id, village_code, kecamatan_code, 'covered', true, '2026-11-21', now(), '2026-10-01', ? from app.persons where id = any(?::uuid[])
     on conflict (person_id) do update set marks = excluded.marks`,
    marks,
    ids,
  );

const published = () => getPublicCoverage(app, publicActor(app.config.regionCode));
const village = async (place: Place) => (await published()).villages.find(({ code }) => code === place.code)!;
const officer = () => anActor(app, "DAT");
const protection = () => anActor(app, "DPO");

async function prepared() {
  await refreshFigures(app);
  await publishReleases(app);
  return (await listReleaseDrafts(app, officer())).find(({ state }) => state === "prepared")!;
}

async function throughTwo(draft: { readonly id: string; readonly version: number }) {
  const asked = { draftId: draft.id, version: draft.version };
  await submitRelease(app, officer(), { ...op(), ...asked });
  await confirmRelease(app, protection(), { ...op(), ...asked, version: draft.version + 1 });
  await publishReleases(app);
}

describe("a release of a month", () => {
  it("tells the last complete month, rounded on its own at each level, out of the estimate or of nothing", async () => {
    await aVillage(places.naras, 63, 22);
    await aVillage(places.kampung, 41, 12);
    await throughTwo(await prepared());
    expect(await village(places.naras)).toMatchObject({
      numerator: 20,
      listed: 65,
      suppressed: false,
      isSilent: false,
    });
    expect(await published()).toMatchObject({
      month: "2026-10",
      numerator: 35,
      listed: 105,
      denominator: null,
      percent: null,
      asOf: { numerator: "2026-11-21" },
      unchangedSince: "2026-11-21",
    });
  });

  it("withholds what is small and what would show it, and says of zero to nine only that they are fewer than ten", async () => {
    await aVillage(places.naras, 63, 22);
    await aVillage(places.kampung, 41, 3);
    await throughTwo(await prepared());
    const withheld = { numerator: null, percent: null, suppressed: true };
    expect(await published()).toMatchObject({ numerator: 25, villages: [withheld, withheld] });
    expect(await village(places.kampung)).toMatchObject({ isSmall: true, listed: 40 });
    expect(await village(places.naras)).toMatchObject({ isSmall: false });
  });

  it("stands for good: neither later payments nor the database's own workers change a row of it", async () => {
    const ids = await aVillage(places.naras, 63, 22);
    await throughTwo(await prepared());
    const before = await getRelease(app, anActor(app, "PUB"), { releaseMonth: "2026-10" });
    await cover(ids.slice(22, 50), "C");
    await refreshFigures(app);
    await publishReleases(app);
    expect(await getRelease(app, anActor(app, "PUB"), { releaseMonth: "2026-10" })).toEqual(before);
    for (const table of ["pub.coverage", "pub.release_tables"])
      await expect(
        inTransaction(app, officer(), (tx) =>
          tx.executeQuery({ sql: `update ${table} set release_id = release_id`, parameters: [] } as never),
        ),
      ).rejects.toThrow("permission denied");
  });

  it("of the month after moves only where the true number moved by five, and says what the month before became", async () => {
    const ids = await aVillage(places.naras, 63, 22);
    await throughTwo(await prepared());
    await cover(ids.slice(0, 22), "CC");
    await cover(ids.slice(22, 26), "CC");
    await test.setNow("2026-12-20T02:00:00Z");
    await throughTwo(await prepared());
    expect(await published()).toMatchObject({
      month: "2026-11",
      numerator: 20,
      unchangedSince: "2026-11-21",
    });
    await cover(ids.slice(0, 30), "CCC");
    await test.setNow("2027-01-20T02:00:00Z");
    await throughTwo(await prepared());
    const { tables, newer } = await getRelease(app, anActor(app, "PUB"), { releaseMonth: "2026-12" });
    expect(newer).toBeNull();
    expect(tables.find(({ name }) => name === "revisions")!.rows).toEqual([
      ["2026-10", "2026-11-21", 20, 30, 10],
      ["2026-11", "2026-12-20", 20, 30, 10],
    ]);
    const ofCity = tables.find(({ name }) => name === "months")!.rows.filter(([, level]) => level === "city");
    expect(ofCity.map(([month, , code, name]) => [month, code, name])).toEqual(
      ["2026-10", "2026-11", "2026-12"].map((month) => [month, "13.77", "Kota Pariaman"]),
    );
  });
});

describe("two persons", () => {
  it("look at a release before it is published: one submits, another confirms", async () => {
    await aVillage(places.naras, 63, 22);
    const draft = await prepared();
    const asked = { draftId: draft.id, version: draft.version };
    expect((await published()).month).toBeNull();
    expect(await confirmRelease(app, protection(), { ...op(), ...asked })).toMatchObject({
      reasons: ["moved-on"],
    });
    const first = officer();
    expect(await submitRelease(app, first, { ...op(), ...asked })).toEqual({ outcome: "submitted" });
    const next = { ...asked, version: draft.version + 1 };
    await expect(confirmRelease(app, first, { ...op(), ...next })).rejects.toMatchObject({
      code: "four-eyes",
    });
    expect((await published()).month).toBeNull();
    expect(await confirmRelease(app, protection(), { ...op(), ...next })).toEqual({ outcome: "confirmed" });
    await publishReleases(app);
    expect((await published()).month).toBe("2026-10");
  });

  it("put a draft aside with a reason, and the month is prepared anew", async () => {
    const ids = await aVillage(places.naras, 63, 22);
    const draft = await prepared();
    const asked = { draftId: draft.id, version: draft.version };
    expect(await dropRelease(app, protection(), { ...op(), ...asked, reason: " " })).toMatchObject({
      reasons: ["without-reason"],
    });
    await dropRelease(app, protection(), { ...op(), ...asked, reason: "Berkas iuran Oktober belum lengkap" });
    await cover(ids.slice(22, 42), "C");
    const again = await prepared();
    expect(again.id).not.toBe(draft.id);
    await throughTwo(again);
    expect((await village(places.naras)).numerator).toBe(40);
  });

  it("read what attacks found, and never the true counts", async () => {
    await aVillage(places.naras, 63, 22);
    const draft = await prepared();
    const shown = await getReleaseDraft(app, protection(), { draftId: draft.id });
    expect(shown.attacks.every(({ found }) => found === 0)).toBe(true);
    expect(JSON.stringify(shown)).not.toContain("basesSealed");
    await expect(getReleaseDraft(app, anActor(app, "MGR"), { draftId: draft.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("say what was wrong in a release, which stays as it was", async () => {
    await aVillage(places.naras, 63, 22);
    await throughTwo(await prepared());
    const notice = { releaseMonth: "2026-10", words: "Iuran satu desa terhitung dua kali." };
    expect(await noteOnRelease(app, protection(), { ...op(), ...notice, words: "salah" })).toMatchObject({
      reasons: ["too-short"],
    });
    expect(await noteOnRelease(app, protection(), { ...op(), ...notice })).toEqual({ outcome: "noted" });
    const release = await getRelease(app, anActor(app, "PUB"), { releaseMonth: "2026-10" });
    expect(release.notices.map((one) => one.words)).toEqual([notice.words]);
    const metadata = (await releaseFile(release, "metadata.json", words))!;
    expect(Buffer.from(metadata.bytes).toString()).toContain(notice.words);
  });
});

describe("files", () => {
  it("are the closed list of six tables, the same at every download", async () => {
    await aVillage(places.naras, 63, 22);
    await throughTwo(await prepared());
    const release = await getRelease(app, anActor(app, "PUB"), { releaseMonth: "2026-10" });
    expect(release.tables.map(({ name }) => name).toSorted()).toEqual(
      ["coverage", "commitments", "groups", "indicators", "months", "revisions"].toSorted(),
    );
    const file = (await releaseFile(release, "coverage.csv", words))!;
    expect(Buffer.from(file.bytes).toString("utf8")).toContain("2026-10;13.77.03.2001;Naras I");
    const [one, two] = [
      await releaseFile(release, "semua.zip", words),
      await releaseFile(release, "semua.zip", words),
    ];
    expect(Buffer.from(one!.bytes).equals(Buffer.from(two!.bytes))).toBe(true);
    expect(await releaseFile(release, "orang.csv", words)).toBeUndefined();
    expect(release.tables.flatMap(({ columns }) => columns).join(" ")).not.toMatch(
      /decile|sex|birth|nik|person/,
    );
  });
});

it("an example city's past is published at its first start, month by month, and never again by itself", async () => {
  const ids = await aVillage(places.naras, 63, 22);
  await readRows(
    app,
    "update app.cover_states set marks_from = '2026-09-01', marks = 'CC' where person_id = any(?::uuid[])",
    ids,
  );
  await startReleases(app);
  await startReleases(app);
  const all = await listReleases(app, anActor(app, "PUB"));
  expect(all.map(({ month }) => month)).toEqual(["2026-10", "2026-09"]);
  expect(all[0]!.city).toMatchObject({ numerator: 20 });
  expect(all[0]!.citationCode).toMatch(/^2026-10\/[0-9a-f]{8}$/);
});
