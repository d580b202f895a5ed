import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialsOf, MASKED_NUMBER } from "./masking.ts";
import { splitPersonName, tidyPersonName } from "./person-name.ts";
import { readSex } from "./sex.ts";

describe("tidyPersonName", () => {
  it.each([
    ["ROSMANIAR, S.PD", "Rosmaniar, S.Pd"],
    ["drs. h. SYAFRIZAL  datuak", "Drs. H. Syafrizal Datuak"],
    ["YUSNIDAR BINTI AMIR", "Yusnidar binti Amir"],
    ["amir dt. rangkayo", "Amir Dt. Rangkayo"],
    ["BAGINDO ZULKIFLI", "Bagindo Zulkifli"],
    ["siti nur'aini", "Siti Nur'aini"],
    ["HJ. ERNAWATI S.Pd.I, M.Pd", "Hj. Ernawati, S.Pd.I, M.Pd"],
    ["dr. WIRDA", "dr. Wirda"],
    ["MUHD RIZKI", "Muhd. Rizki"],
    ["AMRI ST", "Amri St."],
    ["ABDULLAH SE", "Abdullah, S.E"],
    ["H", "H"],
    ["ALI-UMAR II", "Ali-Umar II"],
  ])("writes %s as %s", (text, tidy) => {
    expect(tidyPersonName(text)).toBe(tidy);
  });

  it("changes nothing more when applied again", () => {
    const words = fc.constantFrom(
      "ROSMANIAR",
      "h.",
      "Hj",
      "binti",
      "S.Pd",
      "st",
      "DT.",
      "nur'aini",
      "amir",
      ",",
      "SE",
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (parts) => {
        const once = tidyPersonName(parts.join(" "));
        expect(tidyPersonName(once)).toBe(once);
      }),
    );
  });

  it("separates titles from what people are called", () => {
    expect(splitPersonName("H. Drs. AMRI KOTO, S.E, M.M")).toEqual({
      before: ["H.", "Drs."],
      core: "AMRI KOTO",
      after: ["S.E", "M.M"],
    });
  });
});

describe("masking and sex", () => {
  it("shows initials for those who may know that a person exists, not who", () => {
    expect(initialsOf("Syafril Amri")).toBe("S. A.");
  });

  it("the mask has the length of a NIK and no digit", () => {
    expect(MASKED_NUMBER).toHaveLength(16);
    expect(MASKED_NUMBER).not.toMatch(/\d/);
  });

  it.each([
    ["L", "male"], ["Lk", "male"], ["Laki-laki", "male"], ["laki laki", "male"], ["Pria", "male"], ["1", "male"],
    ["P", "female"], ["Pr.", "female"], ["PEREMPUAN", "female"], ["wanita", "female"], ["2", "female"],
    ["", undefined], ["?", undefined], ["L/P", undefined],
  ])("reads %j as %s", (text, sex) => {
    expect(readSex(text)).toBe(sex);
  }); // oxfmt-ignore
});
