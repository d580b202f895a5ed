import { expect, test } from "vitest";
import { mapRows } from "./map-rows.ts";
import { shortName } from "./short-name.ts";

const tile = (code: string, x: number, y: number) => ({ code, x, y });
const place = (code: string) => ({ code, kecamatan: code[0]! });

const drawn = (rows: ReturnType<typeof mapRows>) =>
  rows.map(({ isAfterGap, cells }) =>
    [isAfterGap ? "-" : "", ...cells.map((cell) => (cell.isAfterGap ? "|" : "") + sign(cell))].join(""),
  );
const sign = (cell: ReturnType<typeof mapRows>[number]["cells"][number]) =>
  cell.kind === "village" ? cell.code : cell.kind === "name" ? `<${cell.kecamatan}${cell.span}>` : ".";

test("tiles become rows with their gaps, and a kecamatan's name stands where there is room beside it", () => {
  const tiles = [
    tile("a1", 0, 0),
    tile("a2", 1, 0),
    tile("b1", 3.2, 0),
    tile("a3", 0, 1),
    tile("b2", 2.2, 2.5),
  ];
  const rows = mapRows(
    tiles,
    [...tiles, tile("b3", 0, 0)].map(({ code }) => place(code)),
  );
  expect(drawn(rows)).toEqual(["a1a2|<a1>b1", "a3.|..", "-<b2>|b2.", "-b3.|.."]);
});

test("a city without tiles still shows every village", () => {
  const codes = Array.from({ length: 10 }, (_, n) => `k${n}`);
  const shown = mapRows([], codes.map(place)).flatMap(({ cells }) =>
    cells.filter(({ kind }) => kind === "village"),
  );
  expect(shown).toHaveLength(10);
});

test("only names that do not fit are shortened", () => {
  expect(["Kampung Baru", "Kampung Baru Padusunan", "Cubadak Air Selatan"].map(shortName)).toEqual([
    "Kampung Baru",
    "Kp. Baru Padusunan",
    "Cubadak Air Sel.",
  ]);
});
