import { civilDate } from "#time";
import { describe, expect, test } from "vitest";
import { checkRow } from "./check-row.ts";
import type { FieldName, ImportKind } from "#intake";
import type { CheckContext, MappedRow, VillageReading } from "#intake";
import { issueRules } from "#intake";
import type { CellKind, TableCell } from "#intake";

const context: CheckContext = {
  today: civilDate("2026-11-21"),
  identityNumbers: "synthetic",
  region: "13.77",
};

type Given = { readonly [F in FieldName]?: string | { readonly text: string; readonly kind: CellKind } };

function rowOf(given: Given): MappedRow {
  const fields: { [F in FieldName]?: TableCell } = {};
  for (const [index, [field, value]] of Object.entries(given).entries()) {
    const { text, kind } = typeof value === "string" ? { text: value, kind: "text" as const } : value;
    fields[field as FieldName] = { column: index + 1, text, kind, raw: text };
  }
  return { sheet: 1, row: 5, hidden: false, fault: null, fields, extraColumns: [] };
}

function check(given: Given, more: Partial<CheckContext> = {}, kind: ImportKind = "village-list") {
  const checked = checkRow(kind, rowOf(given), { ...context, ...more });
  return { ...checked, codes: checked.issues.map(({ code }) => code) };
}

const person = { nik: "1377930305790001", name: "Syafril", birthDate: "03-05-1979" };

describe("a row of a village list", () => {
  test("with all in order is accepted without remark", () => {
    const { outcome, values, issues } = check({
      ...person,
      sex: "Lk",
      phone: "0812-6700-1234",
      familyCard: "1377931203100001",
    });
    expect({ outcome, issues }).toEqual({ outcome: "accepted", issues: [] });
    expect(values).toEqual({
      nik: "1377930305790001",
      nikStatus: "given",
      name: "Syafril",
      birthDate: "1979-05-03",
      sex: "male",
      phone: "+6281267001234",
      familyCard: "1377931203100001",
    });
  });

  test.each([
    [
      "stored as a number, even when it looks right",
      { text: "1377930305790001", kind: "number" as const },
      "E-NUM",
    ],
    ["with an exponent", "1,37793E+15", "E-NUM"],
    ["made by a formula", { text: "1377930305790001", kind: "formula" as const }, "E-FORMULA"],
    ["showing an error of the spreadsheet", { text: "#N/A", kind: "error" as const }, "E-CELL"],
    ["of 15 digits", "137793030579001", "E-NIK-LEN"],
    ["of 17 digits", "13779303057900012", "E-NIK-LEN"],
    ["of one digit repeated", "1111111111111111", "E-NIK-LEN"],
    ["with month 13", "1377930313790001", "E-NIK-DATE"],
    ["with serial 0000", "1377930305790000", "E-NIK-DATE"],
  ])("is refused for a NIK %s", (_, nik, code) => {
    const { outcome, codes, values } = check({ ...person, nik });
    expect(outcome).toBe("refused");
    expect(codes).toContain(code);
    expect(values.nik).toBeUndefined();
  });

  test.each(["-", "0", "belum ada", "tidak punya", "kosong"])(
    "may enter without a NIK when the list says '%s'",
    (nik) => {
      const { outcome, codes, values } = check({ ...person, nik, birthDate: "13-05-1979" });
      expect({ outcome, codes, status: values.nikStatus }).toEqual({
        outcome: "accepted",
        codes: ["W-NIK-ABSENT"],
        status: "absent",
      });
    },
  );

  test("without NIK, birth date and family card cannot be told from others", () => {
    expect(check({ name: "Syafril" }).codes).toEqual(["E-IDENT"]);
  });

  test.each([
    "'1377930305790001",
    "1377 9303 0579 0001",
    "137793.030579.0001",
    "1377930305790001\u00A0",
    "１３７７９３０３０５７９０００１",
  ])("keeps a NIK written as %s, cleaned and remarked on", (nik) => {
    const { outcome, codes, values } = check({ ...person, nik });
    expect({ outcome, codes, nik: values.nik }).toEqual({
      outcome: "accepted",
      codes: ["I-CLEAN"],
      nik: "1377930305790001",
    });
  });

  test("shows a birth date and sex that contradict the NIK, and changes neither", () => {
    const { outcome, issues, values } = check({ ...person, birthDate: "23-05-1979", sex: "P" });
    expect(outcome).toBe("accepted");
    expect(issues).toEqual([
      {
        column: 1,
        code: "W-NIK-MISMATCH",
        severity: "warning",
        details: { differs: ["birth-date-day", "sex"] },
      },
    ]);
    expect(values).toMatchObject({ birthDate: "1979-05-23", sex: "female" });
  });

  test("is refused when the family card equals the NIK", () => {
    expect(check({ ...person, familyCard: person.nik }).codes).toContain("E-KK");
  });

  test("loses an unusable family card with a warning instead of being held back", () => {
    const { outcome, codes, values } = check({ ...person, familyCard: "13779312" });
    expect({ outcome, codes, card: values.familyCard }).toEqual({
      outcome: "accepted",
      codes: ["W-KK"],
      card: undefined,
    });
  });

  test("tells every problem at once", () => {
    const { codes } = check({ nik: "12", name: "", birthDate: "31-02-1980", sex: "x" });
    expect(codes.toSorted()).toEqual(["E-DATE", "E-MISSING", "E-NIK-LEN", "E-SEX"]);
  });

  test("never repeats an identity number in a remark", () => {
    const { issues } = check({
      ...person,
      nik: "13779303057900012",
      familyCard: person.nik,
      sex: person.nik,
    });
    expect(JSON.stringify(issues)).not.toMatch(/\d{15}/);
  });

  test("of a real person does not enter a demonstration, and a synthetic one not the real thing", () => {
    expect(check(person, { identityNumbers: "real" }).codes).toContain("E-NIK-SYNTHETIC");
    const real = person.nik.replace(/^1377../, "137703");
    expect(check({ ...person, nik: real }).codes).toContain("E-NIK-REAL");
  });

  test.each([
    ["on the eve of the 65th birthday", "22-11-1961", true],
    ["on the 65th birthday", "21-11-1961", false],
    ["on the 17th birthday", "21-11-2009", true],
    ["on the eve of the 17th birthday", "22-11-2009", false],
  ])("is inside the age rule %s: %s %s", (_, birthDate, isInside) => {
    const { codes } = check(
      { name: "Syafril", familyCard: "1377931203100001", birthDate },
      { ages: { from: 17, below: 65 } },
    );
    expect(!codes.includes("E-AGE")).toBe(isInside);
  });

  test("about a dead person is held back; about the widow of one it is not", () => {
    expect(check({ ...person, note: "Meninggal dunia" }).codes).toEqual(["E-DEAD"]);
    expect(check({ ...person, name: "Alm. Syafril" }).codes).toEqual(["E-DEAD"]);
    expect(check({ ...person, note: "istri alm. Kamal" }).codes).toEqual([]);
  });

  test("keeps code and markup as plain text, strips marks that turn the writing, and refuses endless text", () => {
    const nasty = {
      ...person,
      name: "Robi\u202E <script>alert(1)</script>",
      address: "'; DROP TABLE persons;--",
    };
    expect(check(nasty).values).toMatchObject({
      name: "Robi <script>alert(1)</script>",
      address: "'; DROP TABLE persons;--",
    });
    expect(check(nasty).codes).toEqual(["I-CLEAN"]);
    expect(check({ ...person, address: "x".repeat(1_001) }).codes).toEqual(["E-LEN"]);
    expect(check({ ...person, name: "Siti Ḥafṣah 🌾" }).values.name).toBe("Siti Ḥafṣah 🌾");
  });
});

describe("what somebody does", () => {
  test("is kept as it is written; a word that nobody can place is asked about until it was said", () => {
    const asked = check({ ...person, occupation: "Pawang hujan" });
    expect(asked.values.occupation).toBe("Pawang hujan");
    expect(asked.outcome).toBe("accepted");
    expect(asked.issues).toMatchObject([
      { code: "W-WORK", details: { field: "occupation", word: "pawang hujan" } },
    ]);
    const said = { readMeaning: () => "other" };
    expect(check({ ...person, occupation: "Pawang hujan" }, said).codes).toEqual([]);
    expect(check({ ...person, occupation: "Nelayen" }).issues).toMatchObject([
      { details: { suggests: "fisher" } },
    ]);
    expect(check({ ...person, occupation: "TIDAK BEKERJA" }).codes).toEqual([]);
  });
});

test.each([
  ["1", "2", { pkh: true, bpnt: false }],
  ["Ya", "Tidak", { pkh: true, bpnt: false }],
  ["-", "", {}],
])("of aid %s and %s is kept what the social office says, and nothing more", (pkh, bpnt, expected) => {
  const { values } = check({ nik: person.nik, decile: "2", pkh, bpnt }, {}, "dtsen");
  const said = Object.entries(values).filter(([field]) => ["pkh", "bpnt"].includes(field));
  expect(Object.fromEntries(said)).toEqual(expected);
});

describe("dates", () => {
  const without = { name: "Syafril", familyCard: "1377931203100001" };
  test.each([
    ["1979-05-03", "1979-05-03", null],
    ["13/05/1979", "1979-05-13", null],
    ["13.5.1979", "1979-05-13", null],
    ["3 Mei 1979", "1979-05-03", null],
    ["3-Ags-1979", "1979-08-03", null],
    ["3 Agt. 1979", "1979-08-03", null],
    ["3 Pebruari 1979", "1979-02-03", null],
    ["3 Nop 1979", "1979-11-03", null],
    ["19790503", "1979-05-03", null],
    ["13051979", "1979-05-13", null],
    ["03/05/1979", "1979-05-03", "day-or-month"],
    ["05/05/1979", "1979-05-05", null],
    ["05/13/1979", "1979-05-13", "swapped"],
    ["13-05-79", "1979-05-13", "short-year"],
    ["13-05-09", "2009-05-13", "short-year"],
    ["28978", "1979-05-03", "serial"],
  ])("%s is read as %s, doubt: %s", (written, date, doubt) => {
    const { values, issues } = check({ ...without, birthDate: written });
    expect(values.birthDate).toBe(date);
    expect(issues.find(({ code }) => code === "W-DATE")?.details["reason"] ?? null).toBe(doubt);
  });

  test.each(["03/05/1979", "03-05-79"])("the NIK settles %s", (birthDate) => {
    expect(check({ ...person, birthDate }).codes).toEqual([]);
  });

  test("the NIK also settles month before day, which is then said", () => {
    const { values, codes } = check({ ...person, birthDate: "05/03/1979" });
    expect({ date: values.birthDate, codes }).toEqual({ date: "1979-05-03", codes: ["W-DATE"] });
  });

  test.each([
    ["31-02-1979", "E-DATE"],
    ["1979", "E-DATE"],
    ["entah", "E-DATE"],
    ["22-11-2026", "E-DATE-FUTURE"],
  ])("%s is refused with %s", (birthDate, code) => {
    expect(check({ ...without, birthDate }).codes).toContain(code);
  });

  test.each(["-", "", "00/00/0000", "belum tahu"])("'%s' says that there is none", (birthDate) => {
    expect(check({ ...person, birthDate }).issues).toEqual([]);
  });

  test("place and date are taken apart", () => {
    expect(check({ ...person, birthPlaceDate: "Sungai Limau, 3 Mei 1979" }).values).toMatchObject({
      birthPlace: "Sungai Limau",
      birthDate: "1979-05-03",
    });
  });
});

describe("receipts", () => {
  const receipt = { kpj: "25000001596", month: "Juli 2026", amount: "16.800" };

  test.each(["16.800", "16,800", "16800,00", "Rp 16.800,-", "Rp16.800", "16.800,00", " 16800 "])(
    "%s is 16,800 rupiah",
    (amount) => {
      expect(checkReceipt({ ...receipt, amount }).values.amount).toBe(16_800);
    },
  );

  test.each([
    ["-16800", "negative"],
    ["1e4", "shape"],
    ["16800.5", "fraction"],
    ["(16.800)", "negative"],
    ["16.80.0", "shape"],
  ])("%s is refused: %s", (amount, reason) => {
    expect(checkReceipt({ ...receipt, amount }).issues).toMatchObject([
      { code: "E-AMOUNT", details: { reason } },
    ]);
  });

  test("a number with a fraction is not read as thousands", () => {
    expect(checkReceipt({ ...receipt, amount: { text: "16.8", kind: "number" } }).codes).toEqual([
      "E-AMOUNT",
    ]);
    expect(checkReceipt({ ...receipt, amount: { text: "1.234", kind: "number" } }).codes).toEqual([
      "E-AMOUNT",
    ]);
  });

  test.each(["2026-07", "07/2026", "202607", "Juli 2026", "Jul-26", "01/07/2026", "2026-07-01"])(
    "%s is July 2026",
    (month) => {
      expect(checkReceipt({ ...receipt, month }).values.month).toBe("2026-07");
    },
  );

  test("need someone, a month and an amount", () => {
    expect(checkReceipt({ name: "Syafril" }).issues.map(({ details }) => details["field"])).toEqual([
      "nik",
      "month",
      "amount",
    ]);
  });
});

describe("registries", () => {
  test("a DTSEN row lives on its family card when the NIK is missing", () => {
    const { outcome, values } = check({ familyCard: "1377931203100001", decile: "Desil 2" }, {}, "dtsen");
    expect({ outcome, decile: values.decile }).toEqual({ outcome: "accepted", decile: 2 });
  });

  test.each([["0"], ["11"], ["miskin"]])("%s is no decile", (decile) => {
    expect(check({ nik: person.nik, decile }, {}, "dtsen").codes).toEqual(["E-DECILE"]);
  });

  test("the result of an enrolment is read from the words of the branch", () => {
    expect(
      check({ nik: person.nik, result: "DITOLAK", reason: "NIK tidak padan" }, {}, "enrolment-result").values,
    ).toMatchObject({ result: "rejected", reason: "NIK tidak padan" });
    expect(check({ nik: person.nik, result: "Berhasil" }, {}, "enrolment-result").values.result).toBe(
      "accepted",
    );
    expect(check({ nik: person.nik, result: "entahlah" }, {}, "enrolment-result").codes).toEqual(["E-WORD"]);
  });

  test("member status and programmes are read from their words", () => {
    const member = {
      kpj: "25000001596",
      name: "Martini",
      memberStatus: "NON AKTIF",
      programmes: "JKK,JKM,JHT,JP",
      segment: "Penerima Upah (PU)",
    };
    expect(check(member, {}, "bpjs-members").values).toMatchObject({
      memberStatus: "inactive",
      programmes: ["jkk", "jkm", "jht"],
      segment: "pu",
    });
  });

  test.each([
    ["Penerima Upah", "pu"],
    ["BPU", "bpu"],
    ["Bukan Penerima Upah", "bpu"],
    ["JAKON", "jakon"],
    ["PMI", "pmi"],
  ])("the segment %s is %s: who earns wages is insured by an employer", (text, segment) => {
    const member = { kpj: "25000001596", name: "Martini", memberStatus: "AKTIF", segment: text };
    expect(check(member, {}, "bpjs-members").values.segment).toBe(segment);
    expect(check({ ...member, segment: "lain-lain" }, {}, "bpjs-members").codes).toEqual(["W-WORD"]);
  });
});

describe("villages", () => {
  test("a row of another village is held back for its operator", () => {
    const { codes } = check(
      { ...person, village: "Naras Hilir" },
      { readVillage, allowedVillages: ["13.77.02.2015"] },
    );
    expect(codes).toEqual(["E-SCOPE"]);
  });

  test("a name that may mean two villages asks", () => {
    const { issues } = check({ ...person, village: "Kp. Baru" }, { readVillage });
    expect(issues).toMatchObject([
      { code: "E-VILLAGE", details: { candidates: ["13.77.01.2020", "13.77.04.2003"] } },
    ]);
  });

  test("registries keep a name they spell in their own way", () => {
    const { outcome, values } = check(
      { nik: person.nik, decile: "1", village: "Entah" },
      { readVillage },
      "dtsen",
    );
    expect({ outcome, village: values.villageText }).toEqual({ outcome: "accepted", village: "Entah" });
  });
});

function checkReceipt(given: Given) {
  return check(given, {}, "bpjs-receipts");
}

function readVillage(text: string): VillageReading {
  if (text === "Naras Hilir") return { outcome: "found", code: "13.77.02.2014", by: "name" };
  if (text === "Kp. Baru") return { outcome: "ask", candidates: ["13.77.01.2020", "13.77.04.2003"] };
  return { outcome: "none" };
}

test("every code says whom it concerns and what to do", () => {
  for (const [code, rule] of Object.entries(issueRules)) {
    expect(code).toMatch(/^[EWI](-[A-Z]+)+$/);
    expect({ E: "error", W: "warning", I: "info" }[code.charAt(0)]).toBe(rule.severity);
    expect(rule.repair.length).toBeGreaterThan(10);
  }
});
