import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPersonCode, readPersonCode } from "./person-code.ts";

const letters = "23456789CDFHJKMNPQRTVWX";
const codes = fc
  .array(fc.integer({ min: 0, max: 22 }), { minLength: 5, maxLength: 5 })
  .map((draws) => newPersonCode(() => draws.shift() ?? 0));

describe("person codes", () => {
  it("accepts the example of the contract and looks like it", () => {
    expect(readPersonCode("PK-7T4M-2Q")).toEqual({ status: "wajar", code: "PK-7T4M-2Q" });
  });

  it("reads back every code it makes, also in small letters and without dashes or prefix", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^PK-[2-9C-X]{4}-[2-9C-X]{2}$/);
        for (const typed of [code, code.toLowerCase(), code.replaceAll("-", " "), code.slice(3)]) {
          expect(readPersonCode(typed)).toEqual({ status: "wajar", code });
        }
      }),
    );
  });

  it("notices every single wrong character", () => {
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom(3, 4, 5, 6, 8, 9),
        fc.constantFrom(...letters.split("")),
        (code, place, letter) => {
          fc.pre(code[place] !== letter);
          const typed = code.slice(0, place) + letter + code.slice(place + 1);
          expect(readPersonCode(typed)).toEqual({ status: "salah-ketik" });
        },
      ),
    );
  });

  it("notices every two characters swapped, neighbours or not", () => {
    const places = fc.constantFrom(0, 1, 2, 3, 4, 5);
    fc.assert(
      fc.property(codes, places, places, (code, a, b) => {
        const body = code.slice(3).replace("-", "").split("");
        fc.pre(body[a] !== body[b]);
        [body[a], body[b]] = [body[b] as string, body[a] as string];
        expect(readPersonCode(body.join(""))).toEqual({ status: "salah-ketik" });
      }),
    );
  });

  it("refuses vowels, look-alikes and other lengths", () => {
    for (const text of ["", "PK", "PK-7T4M-2", "PK-7T4M-2O", "PK-7T4M-2I", "PK-7T4M-20", "Ampalu"]) {
      expect(readPersonCode(text)).toEqual({ status: "format-salah" });
    }
  });
});
