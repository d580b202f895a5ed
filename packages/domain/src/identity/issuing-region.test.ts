import { describe, expect, test } from "vitest";
import { civilDate } from "#time";
import { readFamilyCard } from "./family-card.ts";
import { readNik } from "./nik.ts";
import { splitPersonName } from "./person-name.ts";
import { readPhone } from "./phone.ts";

const today = civilDate("2026-11-29");

describe("a number of a person", () => {
  test.each([
    ["0137702201500001", true],
    ["NIK SEMENTARA 12", true],
    ["1077921301650041", false],
    ["0077921301650041", true],
    ["1300921301650042", false],
    ["1377001301650043", false],
    ["9777921301650043", false],
  ])("%s begins with no region that gives numbers out", (text, isTemporary) =>
    expect(readNik(text, today)).toEqual({ status: "daerah-tidak-ada", isTemporary }),
  );

  test.each(["1377921301650011.0", "1377921301650011,00", "'1377921301650011.0"])(
    "%s went through a fraction",
    (text) => {
      expect(readNik(text, today)).toEqual({ status: "format-salah", problem: "decimal" });
      expect(readFamilyCard(text, today)).toEqual({ status: "format-salah", problem: "decimal" });
    },
  );

  test.each([
    ["a man's NIK", "1377920105790001"],
    ["a woman's NIK", "1377924105790001"],
    ["a day before there were such cards", "1377920105270001"],
  ])("of a family card is not %s", (_, text) =>
    expect(readFamilyCard(text, today).status).toBe("tanggal-mustahil"),
  );

  test("of a telephone loses the .0 that a fraction left", () => {
    expect(readPhone("8126701030.0")).toMatchObject({ phone: "+628126701030" });
    expect(readPhone("08126701030,00")).toMatchObject({ phone: "+628126701030" });
  });
});

describe("a degree", () => {
  test.each([
    "Syafril, SH MKn",
    "Syafril S.H., M.Kn",
    "HAJJAH Syafril",
    "Syafril S.Sos.I",
    "dr. Syafril, Sp.A",
    "Syafril S.Farm, Apt.",
    "Syafril M.AP",
    "Syafril, S.Kep., Ns",
    "Syafril A.Md.Kep",
  ])("stands outside the name: %s", (text) => expect(splitPersonName(text).core).toBe("Syafril"));

  test.each(["Syafril Mak", "Nur Sap", "Ahmad St"])(
    "is not taken off a name that only sounds like one: %s",
    (text) => expect(splitPersonName(text).core).toBe(text),
  );
});
