import { beforeEach, describe, expect, test } from "vitest";
import { linkBatch } from "#linking";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import {
  answerSamplePair,
  drawLinkSample,
  fillLinkSample,
  listLinkSamples,
  nextSamplePair,
  undoSampleAnswer,
} from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
const officer = () => anActor(city.app, "DAT");
const described = (n: number) => ({
  name: ["Rosmaniar", "Syafrizal", "Yusnimar", "Zulkifli", "Ernawati", "Bustamam"][n]!,
  nik: `137793${String(10 + n)}0585${String(n + 1).padStart(4, "0")}`,
  familyCard: `137793010112000${n}`,
  birthDate: `1985-05-${String(10 + n)}`,
  sex: "male" as const,
});

/** Five people of a list who stand in DTSEN, four of them linked; a sixth whom DTSEN does not know. */
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const register = await insertBatch(city.app, "dtsen");
  for (let n = 0; n < 5; n += 1)
    await insertRecord(
      city.app,
      { id: register, kind: "dtsen" },
      { ...described(n), attributes: { decile: 3, asOf: "2026-11-01" } },
    );
  const list = await insertBatch(city.app, "village-list");
  for (let n = 0; n < 6; n += 1) await insertPerson(city.app, list, described(n));
  await linkBatch(city.app, { batchId: list });
  // One link nobody made: what linking missed.
  await readRows(
    city.app,
    "update app.links set ended_at = app.now() where person_id = (select id from app.persons where full_name = ?) returning id",
    described(0).name,
  );
});

async function drawn() {
  await drawLinkSample(city.app, officer(), op());
  const [sample] = (await listLinkSamples(city.app, officer())).samples;
  await fillLinkSample(city.app, { sampleId: sample!.id });
  return sample!;
}

const truth = async (pairId: string): Promise<string> => {
  const [pair] = await readRows<{ isSame: boolean }>(
    city.app,
    `select lower(p.full_name) = lower(r.full_name) as is_same from app.link_sample_pairs s join app.persons p on p.id = s.person_id
     join app.source_records r on r.id = s.record_id where s.id = ?`,
    pairId,
  );
  return pair!.isSame ? "same" : "different";
};

describe("a sample of links", () => {
  test("draws of every band by a seed that is kept, with the model, and finds the nearest record of the unlinked", async () => {
    const { seed, model } = await drawn();
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    expect(model).toMatch(/^indonesian-persons [0-9a-f]{12}$/);
    const [{ bands } = { bands: [] }] = (await listLinkSamples(city.app, officer())).samples;
    const linked = bands.filter(({ band }) => ["sure", "high", "low"].includes(band));
    expect(linked.reduce((sum, { size }) => sum + size, 0)).toBe(4);
    expect(bands.find(({ band }) => band === "silent")).toMatchObject({ size: 2, drawn: 2, without: 1 });
    const again = (await listLinkSamples(city.app, officer())).samples[0]!;
    await fillLinkSample(city.app, { sampleId: again.id });
    expect((await listLinkSamples(city.app, officer())).samples[0]!.bands).toEqual(bands);
  });

  test("is answered blind: neither probability nor band nor decile is shown", async () => {
    await drawn();
    const { pair, open } = await nextSamplePair(city.app, officer());
    expect(open).toBe(5);
    expect(Object.keys(pair!).toSorted()).toEqual(["comparisons", "id", "left", "right"]);
    expect(JSON.stringify(pair)).not.toMatch(/probability|band|decile|1377\d{12}/);
  });

  test("tells precision and recall once people have answered, and links nobody", async () => {
    await drawn();
    const before = await readRows(city.app, "select id, ended_at from app.links order by id");
    for (
      let { pair } = await nextSamplePair(city.app, officer());
      pair !== null;
      { pair } = await nextSamplePair(city.app, officer())
    ) {
      const answer = await truth(pair.id);
      await answerSamplePair(city.app, officer(), { ...op(), samplePairId: pair.id, answer });
    }
    const [sample] = (await listLinkSamples(city.app, officer())).samples;
    expect(sample!.precision!.share).toBe(1);
    expect(sample!.recall!.share).toBeCloseTo(4 / 5);
    expect(sample!.recall!.low).toBeLessThan(4 / 5);
    expect(await readRows(city.app, "select id, ended_at from app.links order by id")).toEqual(before);
  });

  test("takes one answer a pair, none that it does not know, and gives the own last one back", async () => {
    await drawn();
    const dat = officer();
    const { pair } = await nextSamplePair(city.app, dat);
    const samplePairId = pair!.id;
    expect(await answerSamplePair(city.app, dat, { ...op(), samplePairId, answer: "maybe" })).toMatchObject({
      reasons: ["without-answer"],
    });
    await answerSamplePair(city.app, dat, { ...op(), samplePairId, answer: "unsure" });
    expect(await answerSamplePair(city.app, dat, { ...op(), samplePairId, answer: "same" })).toMatchObject({
      reasons: ["answered-already"],
    });
    await expect(undoSampleAnswer(city.app, officer(), op())).rejects.toMatchObject({ code: "not-found" });
    await undoSampleAnswer(city.app, dat, op());
    expect((await nextSamplePair(city.app, dat)).open).toBe(5);
    await expect(drawLinkSample(city.app, anActor(city.app, "MGR"), op())).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      listLinkSamples(city.app, anActor(city.app, "OPR", places.naras.code)),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
