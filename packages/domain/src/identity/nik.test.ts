import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate, type CivilDate } from "#time";
import { compareWithNik } from "./compare-nik.ts";
import { readFamilyCard } from "./family-card.ts";
import { isSynthetic, readNik } from "./nik.ts";
import type { Sex } from "./sex.ts";

const today = civilDate("2026-11-22");

/** A never issued NIK: kecamatan digits from 90 up. */
function syntheticNik(birthDate: CivilDate, sex: Sex, serial: number): string {
  const day = Number(birthDate.slice(8)) + (sex === "female" ? 40 : 0);
  const date = `${String(day).padStart(2, "0")}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
  return `137792${date}${String(serial).padStart(4, "0")}`;
}

const birthDates = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(today, -days));
const people = fc.record({
  birthDate: birthDates,
  sex: fc.constantFrom<Sex>("male", "female"),
  serial: fc.integer({ min: 1, max: 9999 }),
});

describe("readNik", () => {
  it("takes the worked example apart", () => {
    expect(readNik("1377924105790001", today)).toEqual({
      status: "sintetis",
      nik: "1377924105790001",
      wasCleaned: false,
      parts: { kecamatanCode: "13.77.92", birthDate: "1979-05-01", sex: "female", serial: 1 },
    });
  });

  it("gives back the birth date, sex and serial a number was made of, for everyone under 98", () => {
    fc.assert(
      fc.property(people, ({ birthDate, sex, serial }) => {
        const reading = readNik(syntheticNik(birthDate, sex, serial), today);
        if (reading.status !== "sintetis") throw new Error(reading.status);
        expect(reading.parts).toMatchObject({ birthDate, sex, serial });
      }),
    );
  });

  it("takes the latest year that is not after the day of reading", () => {
    const born2010 = "1377920105100001";
    const bornIn = (on: string) => {
      const reading = readNik(born2010, civilDate(on));
      return "parts" in reading ? reading.parts.birthDate : reading.status;
    };
    expect(bornIn("2026-01-01")).toBe("2010-05-01");
    expect(bornIn("2010-05-01")).toBe("2010-05-01");
    expect(bornIn("2010-04-30")).toBe("1910-05-01");
  });

  it("knows that 29 February 00 can only be 2000, because 1900 had none", () => {
    const reading = readNik("1377922902000001", today);
    expect("parts" in reading && reading.parts.birthDate).toBe("2000-02-29");
  });

  it.each([
    ["'1377920105790001", "leading quote"],
    ["1377 9201 0579 0001", "spaces"],
    ["1377.9201.0579.0001", "dots"],
    ["1377920105790001\u200b", "zero width"],
    [" 1377920105790001", "no-break space"],
    ["１３７７９２０１０５７９０００１", "full-width digits"],
    ["NIK: 1377920105790001", "label"],
  ])("cleans %s (%s) and says so", (text) => {
    expect(readNik(text, today)).toMatchObject({
      status: "sintetis",
      nik: "1377920105790001",
      wasCleaned: true,
    });
  });

  it.each(["", " ", "-", "--", "0", "belum ada", "Tidak punya KTP", "N/A", "blm", "xxx", "hilang"])(
    "takes %j as a declared absence",
    (text) => {
      expect(readNik(text, today)).toEqual({ status: "kosong" });
    },
  );

  it.each([
    ["137792010579001", "length"],
    ["13779201057900011", "length"],
    ["13779201057900O1", "characters"],
    ["1,37792E+15", "scientific"],
    ["1.37792010579E15", "scientific"],
  ])("refuses %s for its %s", (text, problem) => {
    expect(readNik(text, today)).toEqual({ status: "format-salah", problem });
  });

  it.each([
    "0000000000000000",
    "1111111111111111",
    "9999999999999999",
    "1234567890123456",
    "1377920000000001",
    "1377920105790000",
  ])("knows %s as a placeholder or as what a spreadsheet left over", (text) => {
    expect(readNik(text, today)).toEqual({ status: "placeholder" });
  });

  it.each(["1377923102790001", "1377927205790001", "1377920113790001", "1377924005790001"])(
    "says of %s that no such birthday exists",
    (text) => {
      expect(readNik(text, today)).toEqual({ status: "tanggal-mustahil" });
    },
  );

  it("a number whose kecamatan digits are below 90 is not synthetic", () => {
    const neverIssuedEither = "1377920105790001".replace("92", "89");
    expect(isSynthetic("1377920105790001")).toBe(true);
    expect(readNik(neverIssuedEither, today).status).toBe("wajar");
  });

  it("never throws, whatever stands in the cell", () => {
    fc.assert(fc.property(fc.string(), (text) => void readNik(text, today)));
    fc.assert(fc.property(fc.stringMatching(/^\d{16}$/), (text) => void readNik(text, today)));
  });
});

describe("compareWithNik", () => {
  const parts = (() => {
    const reading = readNik("1377924105790001", today);
    if (!("parts" in reading)) throw new Error("unreadable");
    return reading.parts;
  })();

  it("finds nothing against facts that agree or are unknown", () => {
    expect(compareWithNik(parts, { birthDate: civilDate("1979-05-01"), sex: "female" })).toEqual([]);
    expect(compareWithNik(parts, {})).toEqual([]);
  });

  it.each([
    ["1979-05-02", "day"],
    ["1979-06-01", "month"],
    ["1989-05-01", "year"],
    ["1979-01-05", "swapped"],
    ["1989-06-01", "several"],
  ])("warns that the written %s differs in its %s", (date, part) => {
    expect(compareWithNik(parts, { birthDate: civilDate(date) })).toEqual([
      { code: "birth-date-differs", part },
    ]);
  });

  it("warns about the sex besides the date", () => {
    expect(compareWithNik(parts, { birthDate: civilDate("1979-05-02"), sex: "male" })).toHaveLength(2);
  });
});

describe("readFamilyCard", () => {
  it("reads the day of issue, to which nothing is added for women", () => {
    expect(readFamilyCard("1377921203190007", today)).toMatchObject({
      status: "sintetis",
      parts: { kecamatanCode: "13.77.92", issuedOn: "2019-03-12", serial: 7 },
    });
    expect(readFamilyCard("1377925203190007", today)).toEqual({ status: "tanggal-mustahil" });
  });

  it("treats absence, length and placeholders as a NIK does", () => {
    expect(readFamilyCard("belum ada", today)).toEqual({ status: "kosong" });
    expect(readFamilyCard("137792120319007", today)).toEqual({ status: "format-salah", problem: "length" });
    expect(readFamilyCard("1377921203190000", today)).toEqual({ status: "placeholder" });
  });
});
