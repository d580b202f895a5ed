import { expect, test } from "vitest";
import { cleanReason } from "./clean-reason.ts";

test("no identity number of BPJS's wording travels to a screen, however it is spaced", () => {
  expect(cleanReason("NIK 1377920105800001 ganda")).toBe("NIK … ganda");
  expect(cleanReason("NIK 1377 9201 0580 0001 ganda")).toBe("NIK … ganda");
  expect(cleanReason("137792-010580-0001: tidak   padan")).toBe("…: tidak padan");
});

test("dates and short codes stay, and silence is a dash", () => {
  expect(cleanReason("Lahir 01-05-1980, kode 12")).toBe("Lahir 01-05-1980, kode 12");
  expect(cleanReason(undefined)).toBe("-");
  expect(cleanReason("x".repeat(400))).toHaveLength(300);
});
