import * as fc from "fast-check";
import { expect, test } from "vitest";
import { terbilang } from "./terbilang.ts";

test.each([
  [0, "nol"],
  [1, "satu"],
  [10, "sepuluh"],
  [11, "sebelas"],
  [12, "dua belas"],
  [19, "sembilan belas"],
  [20, "dua puluh"],
  [21, "dua puluh satu"],
  [100, "seratus"],
  [101, "seratus satu"],
  [111, "seratus sebelas"],
  [1_000, "seribu"],
  [1_001, "seribu satu"],
  [1_100, "seribu seratus"],
  [2_000, "dua ribu"],
  [11_000, "sebelas ribu"],
  [21_000, "dua puluh satu ribu"],
  [100_000, "seratus ribu"],
  [101_000, "seratus satu ribu"],
  [16_800, "enam belas ribu delapan ratus"],
  [8_400, "delapan ribu empat ratus"],
  [1_000_000, "satu juta"],
  [1_001_000, "satu juta seribu"],
  [6_451_200, "enam juta empat ratus lima puluh satu ribu dua ratus"],
  [42_000_000, "empat puluh dua juta"],
  [1_000_000_000, "satu miliar"],
  [1_000_000_000_000, "satu triliun"],
  [1_000_000_001_000, "satu triliun seribu"],
  [-16_800, "minus enam belas ribu delapan ratus"],
])("%i is spelt %s", (value, words) => {
  expect(terbilang(value)).toBe(words);
});

test.each([0.5, 1e15, -1e15, Number.NaN, Number.POSITIVE_INFINITY])("%d has no spelling", (value) => {
  expect(() => terbilang(value)).toThrow(RangeError);
});

test("the words read back to the number", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (value) => {
      expect(readWords(terbilang(value))).toBe(value);
    }),
  );
});

test("words are separated by single spaces and never say 'satu ratus', 'satu puluh', 'satu belas' or a bare 'satu ribu'", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (value) => {
      const words = terbilang(value);
      expect(words).toMatch(/^[a-z]+( [a-z]+)*$/);
      expect(words).not.toMatch(/\bsatu (ratus|puluh|belas)\b/);
      expect(words).not.toMatch(/(^|(juta|miliar|triliun) )satu ribu\b/);
    }),
  );
});

/** Reads Indonesian number words the way a person does, independent of how they were made. */
function readWords(words: string): number {
  const units: Record<string, number> = {
    nol: 0,
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
    sebelas: 11,
  };
  const scales: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words.replace(/^minus /, "").split(" ")) {
    if (word === "seribu") total += 1_000;
    else if (word === "seratus") group += 100;
    else if (word === "belas") [group, last] = [group + last + 10, 0];
    else if (word === "puluh") [group, last] = [group + last * 10, 0];
    else if (word === "ratus") [group, last] = [group + last * 100, 0];
    else if (word in scales) {
      total += (group + last) * (scales[word] ?? 0);
      [group, last] = [0, 0];
    } else last = units[word] ?? Number.NaN;
  }
  return (words.startsWith("minus ") ? -1 : 1) * (total + group + last);
}
