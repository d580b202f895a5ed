import { describe, expect, test } from "vitest";
import { applyChoices, recogniseTable } from "#columns";
import { createRowClassifier, mapRow } from "./classify-row.ts";
import { rowsOf } from "./testing-rows.ts";

const person = (number: number, name: string) => [
  String(number),
  `13779201057900${String(number).padStart(2, "0")}`,
  name,
  "L",
  "03/05/1979",
];

const letterhead = [["PEMERINTAH KOTA PARIAMAN"], ["DAFTAR PEKERJA RENTAN DESA NARAS HILIR TAHUN 2026"], []];

describe("recognising a village list", () => {
  const rows = rowsOf(1, [
    ...letterhead,
    ["No.", "N I K", "Nama Lengkap", "L/P", "Tgl. Lahir"],
    person(1, "Syafril"),
    person(2, "Rosmaniar"),
    person(3, "Zulkifli"),
  ]);

  test("the header is found below a letterhead and every column has its field", () => {
    const found = recogniseTable(rows, "village-list");
    expect(found.headerRows).toEqual([4]);
    expect(found.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ["rowNumber", "sure"],
      ["nik", "sure"],
      ["name", "sure"],
      ["sex", "sure"],
      ["birthDate", "sure"],
    ]);
    expect(found.isReady).toBe(true);
  });

  test("a header over two lines with a merged title gives each column its own meaning", () => {
    const found = recogniseTable(
      rowsOf(1, [
        ...letterhead,
        ["No", "NIK", "Nama", "Tempat / Tanggal Lahir", "", "Alamat"],
        ["", "", "", "Tempat", "Tanggal", ""],
        ["1", "1377920105790001", "Syafril", "Pariaman", "01-05-1979", "Jl. Diponegoro"],
      ]),
      "village-list",
    );
    expect(found.headerRows).toEqual([4, 5]);
    expect(found.columns.map(({ field }) => field)).toEqual([
      "rowNumber",
      "nik",
      "name",
      "birthPlace",
      "birthDate",
      "address",
    ]);
  });

  test("the sheet that holds the list wins over a cover sheet", () => {
    const cover = rowsOf(1, [["REKAP"], ["Desa", "Jumlah"], ["Naras Hilir", "3"]]);
    const list = rowsOf(2, [
      ["NIK", "Nama"],
      ["1377920105790001", "Syafril"],
    ]);
    expect(recogniseTable([...cover, ...list], "village-list").sheet).toBe(2);
  });

  test("of two lists the visible one is taken and the other one is told", () => {
    const lines = [
      ["NIK", "Nama"],
      ["1377920105790001", "Syafril"],
    ];
    const hidden = rowsOf(1, lines).map((row) => ({ ...row, hidden: true }));
    const found = recogniseTable([...hidden, ...rowsOf(2, lines)], "village-list");
    expect(found).toMatchObject({
      sheet: 2,
      isReady: true,
      remarks: [{ code: "W-SHEETS", details: { sheets: [2], left: [1] } }],
    });
  });

  test("without a header the first rows are offered as candidates instead of being guessed", () => {
    const found = recogniseTable(rowsOf(1, [person(1, "Syafril"), person(2, "Rosmaniar")]), "village-list");
    expect(found.headerRows).toEqual([]);
    expect(found.remarks).toEqual([{ code: "E-HEADER", details: { candidates: expect.any(Array) } }]);
    expect(found.isReady).toBe(false);
  });

  test("two filled columns with the same header are a conflict that a person settles", () => {
    const twice = rowsOf(1, [
      ["NIK", "NIK", "Nama"],
      ["1377920105790001", "1377920105790002", "Syafril"],
    ]);
    const found = recogniseTable(twice, "village-list");
    expect(found.conflicts).toEqual([{ field: "nik", columns: [1, 2] }]);
    const settled = applyChoices(found, [{ column: 2, field: null }]);
    expect(settled.conflicts).toEqual([]);
    expect(settled.isReady).toBe(true);
  });

  test("the NIK of the heir and the name of the mother are not taken for the worker's", () => {
    const found = recogniseTable(
      rowsOf(1, [
        ["NIK", "Nama", "Nama Ibu Kandung", "NIK Ahli Waris", "Nama Ahli Waris", "Nama KK"],
        ["1377920105790001", "Syafril", "Nurjanah", "1377920105790009", "Yusnidar", "Syafril"],
      ]),
      "village-list",
    );
    expect(found.columns.map(({ field }) => field)).toEqual([
      "nik",
      "name",
      "motherName",
      null,
      "heirName",
      null,
    ]);
    expect(found.unknownColumns).toEqual([4, 6]);
  });

  test("a choice made earlier for the same header is used again", () => {
    const odd = rowsOf(1, [
      ["NIK", "Nama", "Kode X"],
      ["1377920105790001", "Syafril", "Nelayan"],
    ]);
    const found = recogniseTable(odd, "village-list", [{ header: "kode x", field: "occupation" }]);
    expect(found.columns[2]).toMatchObject({ field: "occupation", confidence: "sure", remembered: true });
  });

  test("a column without header whose values are NIKs is offered, not taken", () => {
    const found = recogniseTable(
      rowsOf(1, [
        ["No", "Nama", "", "Pekerjaan", "No KK"],
        ...Array.from({ length: 6 }, (_, i) => [
          String(i + 1),
          "Syafril",
          `137792010579000${i + 1}`,
          "Nelayan",
          "",
        ]),
      ]),
      "village-list",
    );
    expect(found.columns[2]).toMatchObject({ field: "nik", confidence: "maybe" });
    expect(found.isReady).toBe(false);
  });
});

test("the columns of a DTSEN extract are recognised and all but three plus linking fields stay unused", () => {
  const header = [
    "id_keluarga",
    "nomor_kartu_keluarga",
    "nomor_induk_kependudukan",
    "nama",
    "kelurahan_desa",
    "desil_nasional",
    "luas_lantai",
    "skor",
  ];
  const found = recogniseTable(
    rowsOf(1, [
      header,
      ["77", "1377920101100001", "1377920105790001", "SYAFRIL", "NARAS I", "2", "36", "41.2"],
    ]),
    "dtsen",
  );
  expect(found.columns.map(({ field }) => field)).toEqual([
    null,
    "familyCard",
    "nik",
    "name",
    "village",
    "decile",
    null,
    null,
  ]);
  expect(found.isReady).toBe(true);
});

test("every physical row has exactly one class, in the order of the sheet", () => {
  const rows = rowsOf(1, [
    ["DAFTAR PEKERJA RENTAN"],
    ["No", "NIK", "Nama", "Pekerjaan", "Tgl Lahir"],
    ["1", "2", "3", "4", "5"],
    ["DUSUN PADANG"],
    ["1", "1377920105790001", "Syafril", "Nelayan", "01/05/1979"],
    [],
    ["2", "", "Rosmaniar", "Pedagang", ""],
    ["3"],
    ["No", "NIK", "Nama", "Pekerjaan", "Tgl Lahir"],
    ["4", "1377920105790004", "Zulkifli", "", ""],
    ["", "", "Jumlah", "3 orang"],
    ["", "", "", "Pariaman, 3 Mei 2026"],
    ["", "", "", "Kepala Desa"],
    [],
    ["", "", "", "H. SYAMSUAR"],
  ]);
  const classOf = createRowClassifier(recogniseTable(rows, "village-list"));
  expect(rows.map((row) => classOf(row))).toEqual([
    "note", "header", "header", "note", "data", "blank", "data", "blank", "header", "data", "note", "note", "note", "blank", "note",
  ]); // oxfmt-ignore
});

test("text right of the list is told, so that nothing is lost unseen", () => {
  const rows = rowsOf(1, [
    ["NIK", "Nama"],
    ["1377920105790001", "Syafril", "", "pindah ke Padang"],
  ]);
  const recognition = recogniseTable(rows.slice(0, 1), "village-list");
  const [, row] = rows;
  expect(row && mapRow(row, recognition).extraColumns).toEqual([4]);
});
