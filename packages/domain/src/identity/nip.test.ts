import { describe, expect, it } from "vitest";
import { readNip } from "./nip.ts";

describe("readNip", () => {
  it("reads a PNS: birth date, month of appointment, sex, serial", () => {
    expect(readNip("19850317 201001 2 014")).toMatchObject({
      status: "wajar",
      nip: "198503172010012014",
      parts: { kind: "pns", birthDate: "1985-03-17", appointedIn: "2010-01", sex: "female", serial: 14 },
    });
  });

  it("reads a PPPK, whose number has 21 where a PNS has the month", () => {
    expect(readNip("199107022025211033")).toMatchObject({
      status: "wajar",
      parts: { kind: "pppk", birthDate: "1991-07-02", appointedYear: 2025, sex: "male", serial: 33 },
    });
  });

  it.each([
    ["19850317201001201", "length"],
    ["198503172010013014", "block"],
    ["198503172010142014", "block"],
    ["198503171990012014", "block"],
    ["1,98503E+17", "scientific"],
    ["19850317201001201x", "characters"],
  ])("refuses %s for its %s", (text, problem) => {
    expect(readNip(text)).toEqual({ status: "format-salah", problem });
  });

  it("says when the birth date is none and when there is no number", () => {
    expect(readNip("198502302010012014")).toEqual({ status: "tanggal-mustahil" });
    expect(readNip("-")).toEqual({ status: "kosong" });
  });
});
