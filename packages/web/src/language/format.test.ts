import { describe, expect, it } from "vitest";
import * as format from "./format.ts";

describe("Indonesian and English formats (interface.md E2)", () => {
  it("writes rupiah without a space, with a real minus sign", () => {
    expect(format.formatRupiah("id", 1_000_000)).toBe("Rp1.000.000");
    expect(format.formatRupiah("id", -16_800)).toBe("\u2212Rp16.800");
    expect(format.formatRupiah("en", 1_000_000n)).toBe("Rp1,000,000");
  });
  it("writes numbers with the separators of the language", () => {
    expect(format.formatNumber("id", 1234.5, 1)).toBe("1.234,5");
    expect(format.formatNumber("en", -1234)).toBe("\u22121,234");
  });
  it("writes percentages with at most one decimal", () => {
    expect(format.formatPercent("id", 37)).toBe("37%");
    expect(format.formatPercent("id", 37.42)).toBe("37,4%");
    expect(format.formatPercent("id", 36.96)).toBe("37%");
    expect(format.formatPercent("en", 22.5, 0)).toBe("23%");
  });
  it("never shortens a year to two digits", () => {
    expect(format.formatDate("id", "2025-12-18")).toBe("18 Desember 2025");
    expect(format.formatShortDate("id", "2025-12-18")).toBe("18 Des 2025");
    expect(format.formatMonth("id", "2025-04")).toBe("April 2025");
    expect(format.formatMonth("en", "2025-04-24")).toBe("April 2025");
  });
  it("shows instants on Jakarta's clock with a dot between hour and minute", () => {
    expect(format.formatInstant("id", new Date("2025-12-18T02:30:00Z"))).toBe(
      "18 Desember 2025 pukul 09.30 WIB",
    );
    expect(format.formatTime("en", new Date("2025-12-18T17:05:00Z"))).toBe("00:05 WIB");
  });
});
