import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { isSynthetic, readFamilyCard, readNik, readNip } from "@tuwai/domain/identity";
import { ageOn } from "@tuwai/domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALIBRATION, makeCity, readCsvTable } from "#people";
import { DEMO_DAY, generateDemo, type DemoSummary } from "./generate-demo.ts";

const referenceDir = join(import.meta.dirname, "..", "..", "..", "..", "reference");
const plan = { referenceDir, regionCode: "13.77", seed: 1, scale: 0.04 };
const made: string[] = [];
let first: { dir: string; summary: DemoSummary };

async function generate(over: Partial<typeof plan> = {}): Promise<{ dir: string; summary: DemoSummary }> {
  const dir = mkdtempSync(join(tmpdir(), "tuwai-demo-"));
  made.push(dir);
  return { dir, summary: await generateDemo({ ...plan, ...over, outDir: dir }) };
}

function filesUnder(dir: string): string[] {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).toSorted();
  return names.filter((name) => statSync(join(dir, name)).isFile());
}

function fingerprint(dir: string): string {
  const hash = createHash("sha256");
  for (const name of filesUnder(dir)) hash.update(name).update(readFileSync(join(dir, name)));
  return hash.digest("hex");
}

type SheetRows = { name: string; rows: readonly (readonly unknown[])[] }[];
const workbooks = new Map<string, Promise<SheetRows>>();

/** Each workbook is read once, however many tests look at it. */
function sheetsOf(path: string): Promise<SheetRows> {
  const known = workbooks.get(path) ?? readXlsx(readFileSync(path)).then(({ sheets }) => sheets);
  workbooks.set(path, known);
  return known;
}

async function textOf(path: string): Promise<string> {
  return path.endsWith(".xlsx") ? JSON.stringify(await sheetsOf(path)) : readFileSync(path, "utf8");
}

function rowsByFile(dir: string): Map<string, Record<string, string>[]> {
  return Map.groupBy(readCsvTable(join(dir, "kebenaran", "baris.csv")), (row) => row["berkas"] ?? "");
}

beforeAll(async () => {
  first = await generate();
});
afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

describe("generateDemo", () => {
  it("gives the same bytes for the same seed and other ones for another", async () => {
    const small = { regionCode: "13.74", scale: 0.1 };
    const [one, again, other] = [
      await generate(small),
      await generate(small),
      await generate({ ...small, seed: 2 }),
    ];
    expect(fingerprint(again.dir)).toBe(fingerprint(one.dir));
    expect(fingerprint(other.dir)).not.toBe(fingerprint(one.dir));
  });

  it("writes one list per village and the files of every other office", () => {
    expect(readdirSync(join(first.dir, "berkas", "desa"))).toHaveLength(71);
    expect(readdirSync(join(first.dir, "berkas", "perangkat"))).toHaveLength(4);
    const names = readdirSync(join(first.dir, "berkas"));
    expect(names.toSorted()).toEqual([
      "daftar-asn.xlsx",
      "desa",
      "dtsen.csv",
      "perangkat",
      "peserta-bpjs-bpu.xlsx",
      "peserta-bpjs.csv",
    ]);
  });

  it("holds no sixteen digits that could be the NIK or family card of a living person", async () => {
    let seen = 0;
    for (const name of filesUnder(first.dir)) {
      const text = await textOf(join(first.dir, name));
      for (const [number] of text.matchAll(/(?<!\d)\d{16}(?!\d)/g)) {
        const readings = [readNik(number, DEMO_DAY).status, readFamilyCard(number, DEMO_DAY).status];
        expect(isSynthetic(number) || !readings.includes("wajar"), name).toBe(true);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(10_000);
  });

  it("tells the truth about every physical row of every village list", async () => {
    const truth = rowsByFile(first.dir);
    const persons = new Map(
      readCsvTable(join(first.dir, "kebenaran", "orang.csv")).map((row) => [row["orang"], row]),
    );
    for (const file of first.summary.files.filter(({ kind }) => kind === "village-list")) {
      const [sheet] = await sheetsOf(join(first.dir, "berkas", file.file));
      const rows = truth.get(file.file) ?? [];
      expect(sheet?.rows.length, file.file).toBe(file.expected.read);
      expect(rows, file.file).toHaveLength(file.expected.read);
      for (const row of rows) {
        const cells = (sheet?.rows[Number(row["baris"]) - 1] ?? []).filter(
          (cell) => cell !== null && cell !== "",
        );
        if (row["jenis"] === "blank") expect(cells).toEqual([]);
        if (row["jenis"] === "data") expect(persons.has(row["orang"]) && cells.length > 4).toBe(true);
      }
      const { read, headerOrNote, blank, data } = file.expected;
      expect(headerOrNote + blank + data).toBe(read);
    }
  });

  it("marks exactly the rows whose NIK cell is a number", async () => {
    const truth = rowsByFile(first.dir);
    let numeric = 0;
    for (const { file } of first.summary.files.filter(({ kind }) => kind === "village-list")) {
      const [sheet] = await sheetsOf(join(first.dir, "berkas", file));
      for (const row of (truth.get(file) ?? []).filter((entry) => entry["jenis"] === "data")) {
        const cells = sheet?.rows[Number(row["baris"]) - 1] ?? [];
        const hasNumber = cells.some((cell) => typeof cell === "number" && cell > 1e14);
        expect(hasNumber, `${file} row ${row["baris"]}`).toBe(/(nik|card)-numeric/.test(row["cacat"] ?? ""));
        numeric += hasNumber ? 1 : 0;
      }
    }
    expect(numeric).toBeGreaterThan(20);
  });

  it("makes every kind of mess somewhere in the 71 lists", () => {
    const codes = new Set(
      first.summary.files
        .filter(({ kind }) => kind === "village-list")
        .flatMap(({ expected }) => Object.keys(expected.defects)),
    );
    for (const code of [
      "nik-numeric", "nik-length", "nik-placeholder", "nik-missing", "nik-spaced", "name-slip", "birth-date-slip", "died",
      "moved-away", "stranger", "village-foreign", "repeat-exact", "repeat-respelt", "same-nik-other-name", "civil-servant",
    ]) expect(codes, code).toContain(code); // oxfmt-ignore
  });

  it("works for any other kabupaten or kota of the code list and refuses a code that is none", async () => {
    const { summary } = await generate({ regionCode: "13.74", scale: 0.05 });
    expect(summary).toMatchObject({ region: "13.74", villages: 16 });
    await expect(generate({ regionCode: "13.77.01" })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(generate({ regionCode: "99.99" })).rejects.toMatchObject({ code: "invalid-input" });
  });
});

function near(value: number, figure: number, tolerance: number): void {
  expect(Math.abs(value / figure - 1)).toBeLessThan(tolerance);
}

function distinct(values: readonly (string | undefined)[]): void {
  const known = values.filter((value) => value !== undefined);
  expect(new Set(known).size).toBe(known.length);
}

describe("the synthetic city at full size", () => {
  const { city, demo } = makeCity({ ...plan, scale: 1, asOf: DEMO_DAY });
  const residents = city.persons.filter((person) => person.state === "resident");
  const count = (fits: (person: (typeof residents)[number]) => boolean) => residents.filter(fits).length;

  it("has the population of every village, and of men and women in every kecamatan", () => {
    for (const village of demo.villages) {
      expect(count((person) => person.villageCode === village.region.code)).toBe(village.population);
    }
    for (const [code, share] of demo.maleShare) {
      const here = residents.filter((person) => person.villageCode.startsWith(code));
      const men = here.filter((person) => person.sex === "male").length;
      expect(Math.abs(men / here.length - share)).toBeLessThan(0.005);
    }
  });

  it("has as many working, unemployed, civil servants, fishers and members as the published figures", () => {
    near(
      count((person) => person.activity === "working"),
      CALIBRATION.working,
      0.01,
    );
    near(
      count((person) => person.activity === "seeking"),
      CALIBRATION.seeking,
      0.01,
    );
    near(
      count((person) => person.work === "civil-servant"),
      CALIBRATION.civilServants,
      0.01,
    );
    near(
      count((person) => person.work === "fisher"),
      CALIBRATION.fishers,
      0.01,
    );
    near(
      count((person) => person.membership?.isActive === true),
      CALIBRATION.activeMembers,
      0.01,
    );
    near(
      count((person) => person.membership?.isActive === true && person.membership.segment === "BPU"),
      CALIBRATION.activeInformal,
      0.03,
    );
    near(
      count((person) => person.civilServant?.status === "PPPK"),
      CALIBRATION.pppk,
      0.08,
    );
  });

  it("has a believable age pyramid and household size", () => {
    const adults = count((person) => ageOn(person.birthDate, DEMO_DAY) >= 15) / residents.length;
    expect(adults).toBeGreaterThan(0.7);
    expect(adults).toBeLessThan(0.76);
    expect(count((person) => ageOn(person.birthDate, DEMO_DAY) >= 65) / residents.length).toBeLessThan(0.09);
    const size = residents.length / city.households.length;
    expect(size).toBeGreaterThan(3.6);
    expect(size).toBeLessThan(4.2);
  });

  it("cuts the families into deciles of the intended sizes, the poor ones holding more informal workers", () => {
    for (const [place, share] of CALIBRATION.decileShares.entries()) {
      const families = city.households.filter((household) => household.decile === place + 1).length;
      expect(Math.abs(families / city.households.length - share)).toBeLessThan(0.002);
    }
  });

  it("gives nobody the NIK, participant number or NIP of another, and only readable ones", () => {
    distinct(city.persons.map((person) => person.nik));
    distinct(city.persons.map((person) => person.membership?.kpj));
    distinct(city.persons.map((person) => person.civilServant?.nip));
    distinct(city.households.map((household) => household.familyCard));
    expect(city.persons.every((person) => readNik(person.nik, DEMO_DAY).status === "sintetis")).toBe(true);
    expect(
      city.households.every(
        (household) => readFamilyCard(household.familyCard, DEMO_DAY).status === "sintetis",
      ),
    ).toBe(true);
    const nips = city.persons.flatMap((person) => person.civilServant?.nip ?? []);
    expect(nips.every((nip) => readNip(nip).status === "wajar")).toBe(true);
  });
});
