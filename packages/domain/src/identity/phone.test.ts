import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPhone, readPhone, type Phone } from "./phone.ts";

describe("readPhone", () => {
  it.each([
    "0812-6600-4321", "081266004321", "+62 812 6600 4321", "6281266004321", "81266004321", "0062 812 66004321",
    "+62 (0)812 6600 4321", "HP: 0812.6600.4321", "0812 6600 4321 (WA)",
  ])("reads %s", (text) => {
    expect(readPhone(text)).toEqual({ status: "wajar", phone: "+6281266004321", kind: "mobile", others: 0 });
  }); // oxfmt-ignore

  it("takes the first good one of several and counts the rest", () => {
    expect(readPhone("0812 / 081266004321 atau 085263001234")).toEqual({
      status: "wajar",
      phone: "+6281266004321",
      kind: "mobile",
      others: 1,
    });
  });

  it("reads a landline only with its zero, because bare digits may be anything", () => {
    expect(readPhone("0751-91234")).toMatchObject({ phone: "+6275191234", kind: "landline" });
    expect(readPhone("75191234")).toEqual({ status: "format-salah" });
  });

  it.each(["", "-", "0", "tidak ada", "belum punya"])("takes %j as none", (text) => {
    expect(readPhone(text)).toEqual({ status: "kosong" });
  });

  it.each(["0812", "08126600", "0812660043211234", "08x266004321", "+1 202 555 0100", "1377920105790001"])(
    "refuses %s",
    (text) => {
      expect(readPhone(text)).toEqual({ status: "format-salah" });
    },
  );

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^08[1-9]\d{7,10}$/), (text) => {
        const once = readPhone(text);
        if (once.status !== "wajar") throw new Error(text);
        expect(readPhone(once.phone)).toEqual(once);
      }),
    );
  });

  it("shows three digits of a masked number", () => {
    expect(maskPhone("+6281266004321" as Phone)).toBe("08••••••321");
  });
});
