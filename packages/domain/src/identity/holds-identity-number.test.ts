import { describe, expect, it } from "vitest";
import { holdsIdentityNumber } from "./holds-identity-number.ts";

describe("holdsIdentityNumber", () => {
  it.each(["NIK 1377920105790001", "1377 9201 0579 0001 salah", "1377.92.010579.0001", "(1377-9201-0579-0001)", "１３７７９２０１０５７９０００１", "١٣٧٧٩٢٠١٠٥٧٩٠٠٠١"])(
    "%j is a number that belongs in no note",
    (text) => {
      expect(holdsIdentityNumber(text)).toBe(true);
    },
  ); // oxfmt-ignore

  it.each(["", "beda alamat", "RT 01/02 No. 15", "telepon 0812 3456 7890", "12345678901234567890"])(
    "%j is none",
    (text) => {
      expect(holdsIdentityNumber(text)).toBe(false);
    },
  );
});
