import { describe, expect, it } from "vitest";
import { barsPayment, isReadyForList } from "./answers.ts";

const paid = { code: "paid-by-another", payer: "listed-by-bpjs", month: "2026-11" } as const;

describe("a judgement speaks against paying for somebody", () => {
  it("for any reason but that another pays this month", () => {
    expect(barsPayment({ reasons: [] })).toBe(false);
    expect(barsPayment({ reasons: [paid] })).toBe(false);
    expect(barsPayment({ reasons: [{ code: "formally-employed" }] })).toBe(true);
    expect(barsPayment({ reasons: [paid, { code: "formally-employed" }] })).toBe(true);
  });
});

describe("somebody is ready for a list", () => {
  it("when nothing is missing, or only the consent that is declared with it", () => {
    expect(isReadyForList({ reasons: [], missing: [] })).toBe(true);
    expect(isReadyForList({ reasons: [], missing: ["consent"] })).toBe(true);
  });

  it("not while another fact is missing or any reason speaks against", () => {
    expect(isReadyForList({ reasons: [], missing: ["consent", "nik"] })).toBe(false);
    expect(isReadyForList({ reasons: [paid], missing: [] })).toBe(false);
  });
});
