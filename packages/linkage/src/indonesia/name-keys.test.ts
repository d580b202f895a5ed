import { describe, expect, test } from "vitest";
import { mainWordOfName, normalisePersonName, phoneticNameKey } from "./index.ts";

describe("a normalised person name", () => {
  test.each([
    ["H. Moh. Djoko, S.Pd", "MUHAMMAD DJOKO"],
    ["Drs. H. ACHMAD Fauzi", "AHMAD FAUZI"],
    ["Hj. St. Aminah binti Abdullah", "SITI AMINAH"],
    ["Abd. Rahman S.Pd.I", "ABDUL RAHMAN"],
    ["m. rizki", "MUHAMMAD RIZKI"],
    ["Fransiskus  Xavérius", "FRANSISKUS XAVERIUS"],
    ["Nur'aini", "NURAINI"],
  ])("of %s is %s", (written, normal) => {
    expect(normalisePersonName(written)).toBe(normal);
  });

  test("keeps the last word even when it looks like a title or a degree", () => {
    expect(normalisePersonName("H")).toBe("H");
    expect(normalisePersonName("SE")).toBe("SE");
  });

  test("keeps titles that identify: Teuku, Cut, Andi, Gusti", () => {
    expect(normalisePersonName("Cut Nyak Dien")).toBe("CUT NYAK DIEN");
    expect(normalisePersonName("Andi Mallarangeng")).toBe("ANDI MALLARANGENG");
  });

  test("is empty when nothing but signs was written", () => {
    expect(normalisePersonName(" .-, ")).toBe("");
  });
});

describe("the phonetic key", () => {
  test.each([
    ["Djoko", "Joko"],
    ["Soekarno", "Sukarno"],
    ["Tjahjadi", "Cahyadi"],
    ["Syafrizal", "Safrizal"],
    ["Muhammad", "Mohamad"],
    ["Ahmad", "Achmat"],
    ["Fitri", "Vitrie"],
    ["Sari", "Sary"],
    ["Aisyah", "Aisya"],
    ["Zulkifli", "Sulkipli"],
    ["Nurhayati", "Noerhajati"],
    ["Chairul", "Khairul"],
  ])("of %s equals that of %s", (a, b) => {
    expect(phoneticNameKey(a)).toBe(phoneticNameKey(b));
  });

  test.each([
    ["Sutrisno", "Sutikno"],
    ["Nurhayati", "Nurbaiti"],
    ["Herman", "Hendra"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(phoneticNameKey(a)).not.toBe(phoneticNameKey(b));
  });
});

describe("the main word of a name", () => {
  test.each([
    ["Muhammad Rizki", "Rizki"],
    ["Siti Nur Aisyah", "Aisyah"],
    ["I Wayan Sudarma", "Sudarma"],
    ["Ni Made Ayu Lestari", "Ayu"],
    ["Andi Baso", "Baso"],
  ])("of %s is that of %s: weak first words are passed over", (full, word) => {
    expect(mainWordOfName(full)).toBe(phoneticNameKey(word));
  });

  test("is the weak word itself when there is no other", () => {
    expect(mainWordOfName("Muhammad")).toBe(phoneticNameKey("Muhammad"));
  });
});
