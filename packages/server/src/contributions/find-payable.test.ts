import { civilDate, month } from "@tuwai/domain/time";
import { describe, expect, test } from "vitest";
import { findPayable } from "./find-payable.ts";
import type { PayableLine } from "./receipt.view.ts";

const aLine = (over: Partial<PayableLine> = {}): PayableLine => ({
  enrolmentId: "e1",
  personId: "p1",
  personCode: "PK-7T4M-2Q",
  villageCode: "13.77.03.2001",
  kecamatanCode: "13.77.03",
  nik: "aa",
  kpj: "kk",
  state: "accepted",
  acceptedOn: civilDate("2026-11-10"),
  fromMonth: month("2026-11"),
  untilMonth: null,
  fundSource: "asn",
  sector: "other",
  segment: "bpu",
  wages: [],
  ...over,
});

const byNik = { personCode: undefined, nik: "aa", kpj: null };
const nobodyOwes = () => undefined;

describe("which enrolment a receipt pays for", () => {
  test("a payer who stopped is not paid for from the month of the stop on", () => {
    const stopped = aLine({ untilMonth: month("2026-12") });
    expect(findPayable(byNik, month("2026-11"), [stopped], nobodyOwes)).toBe(stopped);
    expect(findPayable(byNik, month("2026-12"), [stopped], nobodyOwes)).toBe("E-RECEIPT-MONTH");
  });

  test("of two payers after each other, each gets the months that are its own", () => {
    const before = aLine({ untilMonth: month("2026-12") });
    const after = aLine({
      enrolmentId: "e2",
      fromMonth: month("2026-12"),
      acceptedOn: civilDate("2026-12-03"),
    });
    const lines = [after, before];
    expect(findPayable(byNik, month("2026-11"), lines, nobodyOwes)).toBe(before);
    expect(findPayable(byNik, month("2026-12"), lines, nobodyOwes)).toBe(after);
  });

  test("a month that somebody else owes is not paid for by this payer", () => {
    expect(findPayable(byNik, month("2026-12"), [aLine()], () => "e2")).toBe("E-RECEIPT-MONTH");
  });

  test("a member number we do not know contradicts nothing; one of somebody else does", () => {
    const other = aLine({
      enrolmentId: "e2",
      personId: "p2",
      personCode: "PK-2222-22",
      nik: "bb",
      kpj: "ll",
    });
    const lines = [aLine(), other];
    expect(findPayable({ ...byNik, kpj: "unknown" }, month("2026-11"), lines, nobodyOwes)).toBe(lines[0]);
    expect(findPayable({ ...byNik, kpj: "ll" }, month("2026-11"), lines, nobodyOwes)).toBe(
      "E-RECEIPT-IDENTITY",
    );
    const twins = [aLine(), { ...other, nik: "aa" }];
    expect(findPayable(byNik, month("2026-11"), twins, nobodyOwes)).toBe("E-RECEIPT-IDENTITY");
  });

  test("a mistyped code is not guessed", () => {
    const mistyped = { personCode: "PK-7T4M-2R", nik: "aa", kpj: null };
    expect(findPayable(mistyped, month("2026-11"), [aLine()], nobodyOwes)).toBe("E-RECEIPT-CODE");
  });
});
