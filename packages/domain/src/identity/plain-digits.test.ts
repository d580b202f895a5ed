import { expect, it } from "vitest";
import { plainDigits } from "./plain-digits.ts";

it.each(["١٣٧٧٩٢٠١", "۱۳۷۷۹۲۰۱", "१३७७९२०१", "１３７７９２０１", "𝟏𝟑𝟕𝟕𝟗𝟐𝟎𝟏", "13779201"])(
  "%s is the same number",
  (written) => {
    expect(plainDigits(written)).toBe("13779201");
  },
);

it("every decimal digit of Unicode becomes one of ten, each as often as the others", () => {
  const digits = Array.from({ length: 0x1f000 }, (_, at) => at)
    .filter((at) => at < 0xd800 || at > 0xdfff)
    .map((at) => String.fromCodePoint(at))
    .filter((sign) => /\p{Nd}/u.test(sign));
  const counts = digits.reduce<Record<string, number>>((sum, digit) => {
    const plain = plainDigits(digit);
    return { ...sum, [plain]: (sum[plain] ?? 0) + 1 };
  }, {});
  expect(Object.keys(counts).toSorted()).toEqual("0123456789".split(""));
  expect(new Set(Object.values(counts)).size).toBe(1);
});
