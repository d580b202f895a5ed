import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorTable, fieldRates, registryRates } from "./error-rates.ts";
import { generateLists, generateRows, type GeneratedRow } from "./generate-lists.ts";
import { makePeople } from "./make-people.ts";
import { writeLists } from "./write-lists.ts";

const plan = { left: 50_000, right: 50_000, seed: 7 } as const;
const { left, right } = generateLists(plan);
const truth = generateLists({ ...plan, noise: 0 });

const share = (rows: readonly GeneratedRow[], fits: (row: GeneratedRow) => boolean) =>
  rows.filter(fits).length / rows.length;
const byPerson = (rows: readonly GeneratedRow[]) => new Map(rows.map((row) => [row.personId, row]));
const byId = (rows: readonly GeneratedRow[]) => new Map(rows.map((row) => [row.id, row]));

/** The chance that no fault of a group happens. */
const whole = (rates: Record<string, number>) =>
  1 - Object.values(rates).reduce((sum, rate) => sum + rate, 0);
/** Where a row's id puts it. */
const place = (row: GeneratedRow) => Number(row.id.slice(1));

/** Share of the right rows with a left row of the same person in which `equal` holds. */
function agreement(equal: (a: GeneratedRow, b: GeneratedRow) => boolean): number {
  const others = byPerson(left);
  const pairs = right.flatMap((row) => {
    const other = others.get(row.personId);
    return other ? [equal(other, row)] : [];
  });
  return pairs.filter(Boolean).length / pairs.length;
}

/** Share of rows in which a value is still the truth. */
function untouched(
  rows: readonly GeneratedRow[],
  right: ReadonlyMap<string, GeneratedRow>,
  of: keyof GeneratedRow,
) {
  return share(rows, (row) => row[of] === right.get(row.id)?.[of]);
}

describe("two lists of 50,000 rows", () => {
  test("have the rows, the overlap and the repeats they were asked for, and every right repeat is also on the left", () => {
    expect([left.length, right.length]).toEqual([50_000, 50_000]);
    expect([byId(left).size, byId(right).size]).toEqual([50_000, 50_000]);
    const people = byPerson(left);
    expect(people.size).toBe(50_000);
    const matched = right.filter((row) => people.has(row.personId));
    expect(matched).toHaveLength(32_500 + 500);
    expect(new Set(matched.map((row) => row.personId)).size).toBe(32_500);
  });

  test("tell the truth: without noise the two rows of one person agree in everything but the way an address is written", () => {
    const people = byPerson(truth.left);
    for (const row of truth.right) {
      const other = people.get(row.personId);
      if (!other) continue;
      const { nik, familyCard, birthDate, sex, villageCode } = other;
      expect(row).toMatchObject({ nik, familyCard, birthDate, sex, villageCode });
      expect(row.name.toUpperCase()).toBe(other.name.toUpperCase());
    }
  });

  test("agree exactly in 57.7 % of the names, as measured on the study's lists, give or take one and a half", () => {
    const equal = agreement((a, b) => a.name.toUpperCase() === b.name.toUpperCase());
    expect(Math.abs(equal - 0.577)).toBeLessThan(0.015);
  });

  test("hold the right birth date in 86 % of the field rows and 97 % of the registry's", () => {
    expect(Math.abs(untouched(right, byId(truth.right), "birthDate") - 0.855)).toBeLessThan(0.01);
    expect(Math.abs(untouched(left, byId(truth.left), "birthDate") - 0.979)).toBeLessThan(0.006);
  });

  test("agree in the NIK as often as the chances of both lists allow", () => {
    const expected = whole(fieldRates.nik) * whole(registryRates.nik);
    expect(Math.abs(agreement((a, b) => a.nik === b.nik) - expected)).toBeLessThan(0.02);
  });

  test("leave out numbers, sexes, villages and addresses as often as the table says", () => {
    const { nik, familyCard, birthDate, sex, place } = errorTable;
    const rates = [
      ["nik", nik.missing], ["familyCard", familyCard.missing], ["birthDate", birthDate.missing], ["sex", sex.missing],
      ["villageCode", place.villageMissing], ["address", place.addressMissing],
    ] as const; // oxfmt-ignore
    for (const [column, rate] of rates) {
      for (const [rows, expected] of [
        [left, rate.registry],
        [right, rate.field],
      ] as const) {
        const error = 4.5 * Math.sqrt((expected * (1 - expected)) / rows.length);
        expect(Math.abs(share(rows, (row) => row[column] === "") - expected), column).toBeLessThan(error);
      }
    }
  });

  test("hold only NIKs and family cards with kecamatan digits that nobody has", () => {
    const numbers = [...left, ...right].flatMap((row) => [row.nik, row.familyCard]);
    const whole = numbers.filter((number) => number.length === 16 && !/^(\d)\1+$/.test(number));
    expect(whole.length).toBeGreaterThan(100_000);
    expect(whole.filter((number) => Number(number.slice(4, 6)) < 90)).toEqual([]);
  });

  test("say nothing by the order of their ids: neighbours in the city are far apart on the list", () => {
    const near = right.filter((row, at) => Math.abs(place(row) - place(right[at - 1] ?? row)) < 1000);
    expect(near.length).toBeLessThan(10);
  });

  test("are the same for the same plan, other people for another seed, the same people for another noise", () => {
    const small = { left: 2000, right: 1500, seed: 11 };
    expect(generateLists(small)).toEqual(generateLists(small));
    expect(generateLists({ ...small, seed: 8 }).left[0]).not.toEqual(generateLists(small).left[0]);
    expect(truth.left.map((row) => row.personId)).toEqual(left.map((row) => row.personId));
  });
});

describe("the people behind them", () => {
  const places = [{ code: "13.77.01.1001", name: "Taluk" }, { code: "13.77.02.2003", name: "Cubadak Mentawai" }]; // oxfmt-ignore
  const origins = { minang: 1, javanese: 1, sundanese: 1, batak: 1 };
  const households = [...makePeople({ persons: 20_000, seed: 3, places, origins })];
  const persons = households.flatMap((household) => household.members);

  const official = (from: number, until: number) => {
    const born = persons.filter(
      ({ birthDate }) => +birthDate.slice(0, 4) >= from && +birthDate.slice(0, 4) < until,
    );
    return born.filter(({ birthDate }) => /-(12-31|07-01|01-01)$/.test(birthDate)).length / born.length;
  };

  test("are as many as planned, four to a household, and no two share a NIK", () => {
    expect(persons).toHaveLength(20_000);
    expect(persons.length / households.length).toBeGreaterThan(3.6);
    expect(persons.length / households.length).toBeLessThan(4.3);
    expect(new Set(persons.map((person) => person.nik)).size).toBe(20_000);
    expect(new Set(households.map((household) => household.familyCard)).size).toBe(households.length);
  });

  test("hold twins: about one in ninety births, same day, same house, numbers that differ", () => {
    const twins = persons.filter((person) => person.isTwin);
    expect(twins.length / persons.length).toBeGreaterThan(0.002);
    expect(twins.length / persons.length).toBeLessThan(0.012);
    for (const { members } of households) {
      for (const [at, twin] of members.entries()) {
        if (!twin.isTwin) continue;
        expect(members[at - 1]).toMatchObject({ birthDate: twin.birthDate });
        expect(members[at - 1]?.name).not.toBe(twin.name);
      }
    }
  });

  test("had four fifths of their numbers issued where they live, and 2.5 % with another date", () => {
    const here = households.flatMap(({ members, familyCard }) =>
      members.map((member) => member.nik.slice(0, 6) === familyCard.slice(0, 6)),
    );
    const local = here.filter(Boolean).length / here.length;
    expect(local).toBeGreaterThan(0.84); // 80 % here, and half of the 12 % of a city with two kecamatan
    expect(local).toBeLessThan(0.88);
    const other = persons.filter(({ nik, birthDate, sex }) => {
      const day = Number(nik.slice(6, 8)) - (sex === "female" ? 40 : 0);
      return (
        `${day}-${nik.slice(8, 12)}` !==
        `${Number(birthDate.slice(8))}-${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
      );
    });
    expect(other.length / persons.length).toBeGreaterThan(0.018);
    expect(other.length / persons.length).toBeLessThan(0.03);
  });

  test("bear official birth dates the more often the older they are", () => {
    expect(Math.abs(official(1930, 1960) - 0.3)).toBeLessThan(0.05);
    expect(Math.abs(official(1960, 1975) - 0.175)).toBeLessThan(0.03);
    expect(official(2000, 2026)).toBeLessThan(0.02);
  });
});

describe("a plan that cannot be met", () => {
  test.each([
    [{ left: 0, right: 10 }, "one row"],
    [{ left: 10, right: 100 }, "too short"],
    [{ left: 100, right: 100, overlap: 1 }, "more than the right list holds"],
    [{ left: 100, right: 100, persons: 50 }, "134 persons"],
    [{ left: 100, right: 100, places: [] }, "village"],
  ])("%o is refused in a sentence with its reason", (plan, reason) => {
    expect(() => generateRows(plan).next()).toThrow(reason);
  });
});

test("written to a folder the lists hold the same rows, the truth every pair, and nothing unfinished stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tuwai-generator-"));
  const small = { left: 400, right: 300, seed: 5 };
  expect(await writeLists(small, folder)).toEqual({ left: 400, right: 300, pairs: 198 });
  expect((await readdir(folder)).toSorted()).toEqual(["left.csv", "right.csv", "truth.csv"]);
  const lines = async (file: string) => (await readFile(join(folder, file), "utf8")).trim().split("\n");
  const rows = generateLists(small);
  const written = await lines("right.csv");
  expect(written[0]).toBe("id,person_id,nik,kk,nama,tgl_lahir,jk,alamat,desa");
  expect(written.slice(1).map((line) => line.split(",").slice(0, 4))).toEqual(
    rows.right.map((row) => [row.id, row.personId, row.nik, row.familyCard]),
  );
  const [leftPerson, rightPerson] = [byId(rows.left), byId(rows.right)];
  const pairs = (await lines("truth.csv")).slice(1).map((line) => line.split(","));
  expect(pairs).toHaveLength(198);
  for (const [a = "", b = ""] of pairs)
    expect(leftPerson.get(a)?.personId).toBe(rightPerson.get(b)?.personId);
  await rm(folder, { recursive: true });
});
