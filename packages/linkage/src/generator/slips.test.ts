import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changeRates,
  errorTable,
  fieldRates,
  registryRates,
  rowRates,
  scaleRates,
  type ErrorRates,
} from "./error-rates.ts";
import { randomOf } from "./random.ts";
import { slipBirthDate } from "./slip-birth-date.ts";
import { slipName } from "./slip-name.ts";
import { slipFamilyCard, slipNik } from "./slip-number.ts";

const nik = "1371925507880003";
const surroundings = { relatives: ["1371921203860001"], offices: ["137191", "137195"] };
const times = 50_000;

/** Shares of what `slip` gives over many rows of mixed care, as a list has them. */
function shares(rates: ErrorRates, slip: (random: ReturnType<typeof randomOf>, rates: ErrorRates) => string) {
  const random = randomOf(3, "slips");
  const ratesOf = rowRates(rates);
  const counts = new Map<string, number>();
  for (let time = 0; time < times; time += 1) {
    const outcome = slip(random, ratesOf(random));
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return (outcome: string) => (counts.get(outcome) ?? 0) / times;
}

/** Within four standard deviations of the table: a wrong rate fails, chance does not. */
function meets(measured: number, rate: number, what: string): void {
  expect(Math.abs(measured - rate), `${what}: ${measured} for ${rate}`).toBeLessThan(
    4.5 * Math.sqrt((rate * (1 - rate)) / times) + 1e-4,
  );
}

describe.each([
  ["field", fieldRates],
  ["registry", registryRates],
] as const)("over 50,000 rows of the %s preset", (preset, rates) => {
  test("every fault of a NIK is as frequent as the table says, careless and careful rows together", () => {
    const share = shares(rates, (random, row) => slipNik(random, nik, row.nik, surroundings).fault ?? "none");
    for (const [fault, rate] of Object.entries(errorTable.nik)) meets(share(fault), rate[preset], fault);
  });

  test("every fault of a family card number is as frequent as the table says", () => {
    const share = shares(rates, (random, row) => slipFamilyCard(random, nik, row.familyCard).fault ?? "none");
    for (const [fault, rate] of Object.entries(errorTable.familyCard))
      meets(share(fault), rate[preset], fault);
  });

  test("every fault of a birth date is as frequent as the table says, where the date allows it", () => {
    const share = shares(
      rates,
      (random, row) => slipBirthDate(random, "1968-04-09", row.birthDate, "2025-12-31").fault ?? "none",
    );
    for (const [fault, rate] of Object.entries(errorTable.birthDate))
      meets(share(fault), rate[preset], fault);
  });

  test("a MUHAMMAD is shortened, a haji named and a last word dropped as often as the table says", () => {
    const person = { name: "MUHAMMAD RAMLI", sex: "male", age: 60, isMinang: true } as const;
    const only = (name: Partial<ErrorRates["name"]>) => changeRates(scaleRates(rates, 0), { name }); // one fault at a time, so that it can be seen
    const seen = (name: Partial<ErrorRates["name"]>, pattern: RegExp) =>
      shares(only(name), (random, row) => String(pattern.test(slipName(random, person, row.name))))("true");
    const { muhammad, haji, suku, lastWordDropped } = rates.name;
    meets(seen({ muhammad }, /^M(?!UHAMMAD).* RAMLI$/), muhammad, "muhammad");
    meets(seen({ haji }, /^(H\.?|HAJI) MUHAMMAD RAMLI$/), haji, "haji");
    meets(seen({ suku }, /^MUHAMMAD RAMLI [A-Z]+$/), suku, "suku");
    meets(seen({ lastWordDropped }, /^MUHAMMAD$/), lastWordDropped, "lastWordDropped");
  });
});

describe("slips", () => {
  test("a rate of 1 makes its fault certain, one of 0 impossible", () => {
    const none = scaleRates(fieldRates, 0);
    const random = randomOf(1, "certain");
    for (const fault of Object.keys(errorTable.nik) as (keyof ErrorRates["nik"])[]) {
      const certain = changeRates(none, { nik: { [fault]: 1 } });
      expect(slipNik(random, nik, certain.nik, surroundings).fault).toBe(fault);
      expect(slipNik(random, nik, none.nik, surroundings)).toEqual({ written: nik, fault: null });
    }
  });

  test("no slip ever turns a synthetic number into one that somebody could have", () => {
    const worst = scaleRates(fieldRates, 4);
    assert(
      property(integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = randomOf(seed, "numbers");
        for (const { written } of [
          slipNik(random, nik, worst.nik, surroundings),
          slipFamilyCard(random, nik, worst.familyCard),
        ]) {
          if (written?.length !== 16 || /^(\d)\1+$/.test(written)) continue;
          expect(Number(written.slice(4, 6))).toBeGreaterThanOrEqual(90);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("a slipped birth date is a day that exists and has been, and differs from the right one", () => {
    const worst = scaleRates(fieldRates, 6);
    assert(
      property(integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = randomOf(seed, "dates");
        const right = `${random.int(1930, 2025)}-0${random.int(1, 9)}-${random.int(10, 28)}`;
        const { written, fault } = slipBirthDate(random, right, worst.birthDate, "2025-12-31");
        expect(written === null).toBe(fault === "missing");
        if (written === null) return;
        expect(new Date(`${written}T00:00:00Z`).toISOString().slice(0, 10)).toBe(written);
        expect(written <= "2025-12-31").toBe(true);
        expect(written === right).toBe(fault === null);
      }),
      { numRuns: 3000 },
    );
  });

  test("a name of the worst list still has a letter and no word is empty", () => {
    const worst = scaleRates(fieldRates, 3);
    assert(
      property(integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = randomOf(seed, "names");
        const name = random.pick(["MUHAMMAD", "SITI NURBAYA", "ABDUL AZIZ KOTO", "YUS", "M", "SRI"]);
        const written = slipName(
          random,
          {
            name,
            sex: random.pick(["male", "female"]),
            age: random.int(0, 90),
            isMinang: random.chance(0.5),
          },
          worst.name,
        );
        expect(written).toMatch(/^\S+( \S+)*$/);
        expect(written).toMatch(/[A-Z]/);
      }),
      { numRuns: 3000 },
    );
  });
});
