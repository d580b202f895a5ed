/** A square of the map: a village, the name of a kecamatan where the arrangement leaves room, or nothing. */
export type MapCell =
  | { readonly kind: "village"; readonly code: string; readonly isAfterGap: boolean }
  | { readonly kind: "name"; readonly kecamatan: string; readonly span: number; readonly isAfterGap: boolean }
  | { readonly kind: "blank"; readonly isAfterGap: boolean };
export type MapRow = { readonly isAfterGap: boolean; readonly cells: readonly MapCell[] };

type Tile = { readonly code: string; readonly x: number; readonly y: number };
type Place = { readonly code: string; readonly kecamatan: string };

const withoutTiles = 8;
const widestName = 2;

/**
 * The city's tiles as rows of equal length. A fraction in a tile's place is the gap between blocks. Villages without a tile follow in
 * rows of their own, so that none is ever left out. The name of a kecamatan stands beside its villages where the arrangement has room.
 */
export function mapRows(tiles: readonly Tile[], places: readonly Place[]): readonly MapRow[] {
  const kecamatanOf = new Map(places.map(({ code, kecamatan }) => [code, kecamatan]));
  const placed = tiles.filter(({ code }) => kecamatanOf.has(code));
  const at = new Map(placed.map((tile) => [`${Math.floor(tile.x)} ${Math.floor(tile.y)}`, tile.code]));
  const columns = axis(placed.map(({ x }) => x));
  const rows = axis(placed.map(({ y }) => y));
  const grid = rows.map((row) => columns.map((column) => at.get(`${column.at} ${row.at}`) ?? null));
  const shown = new Set(at.values());
  const rest = places.map(({ code }) => code).filter((code) => !shown.has(code));
  const width = columns.length || withoutTiles;
  for (let from = 0; from < rest.length; from += width)
    grid.push(Array.from({ length: width }, (_, column) => rest[from + column] ?? null));
  const gaps = columns.map(({ isAfterGap }) => isAfterGap);
  const names = placeNames({ grid, gaps }, kecamatanOf);
  return grid.map((cells, y) => ({
    isAfterGap: rows[y]?.isAfterGap ?? (y === rows.length && y > 0),
    cells: cellsOf(cells, { names: names.get(y), gaps }),
  }));
}

/** Whole places along one side, from the first to the last, and before which of them there is a gap. */
function axis(values: readonly number[]): { readonly at: number; readonly isAfterGap: boolean }[] {
  const fractions = new Map(values.map((value) => [Math.floor(value), value - Math.floor(value)]));
  const places = [...fractions.keys()].toSorted((a, b) => a - b);
  const fractionOf = (place: number | undefined) => (place === undefined ? 0 : fractions.get(place)!);
  return places.map((place, index) => ({
    at: place,
    isAfterGap: index > 0 && fractionOf(place) > fractionOf(places[index - 1]),
  }));
}

type Grid = { readonly grid: readonly (readonly (string | null)[])[]; readonly gaps: readonly boolean[] };
type Name = { readonly kecamatan: string; readonly column: number; readonly span: number };

function placeNames(
  { grid, gaps }: Grid,
  kecamatanOf: ReadonlyMap<string, string>,
): ReadonlyMap<number, readonly Name[]> {
  const free = grid.flatMap((cells, row) => runsOf(cells, gaps).map((run) => ({ ...run, row })));
  const wanted = free.flatMap((run) =>
    ([run.before, run.after] as const).flatMap((neighbour, side) => {
      const kecamatan = neighbour === null ? undefined : kecamatanOf.get(neighbour);
      const span = Math.min(run.length, widestName);
      // Beside the end of a row a name reads as what it belongs to; before its beginning it may seem to belong to the row above.
      return kecamatan === undefined ? [] : [{ run, kecamatan, span, score: span * 2 - side }];
    }),
  );
  const taken = new Set<unknown>();
  const placed: (Name & { readonly row: number })[] = [];
  for (const { run, kecamatan, span } of wanted.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(run) || placed.some((name) => name.kecamatan === kecamatan)) continue;
    taken.add(run);
    const isBefore = run.before === null || kecamatanOf.get(run.before) !== kecamatan;
    const column = isBefore ? run.from + run.length - span : run.from;
    placed.push({ kecamatan, span, column, row: run.row });
  }
  return new Map(grid.map((_, row) => [row, placed.filter((name) => name.row === row)]));
}

type Run = { from: number; length: number; before: string | null; after: string | null };

/** Neighbouring free squares of a row, none across a gap. */
function runsOf(cells: readonly (string | null)[], gaps: readonly boolean[]): readonly Run[] {
  const runs: Run[] = [];
  cells.forEach((cell, column) => {
    const last = runs.at(-1);
    if (cell !== null) return;
    if (last !== undefined && last.from + last.length === column && gaps[column] !== true) last.length += 1;
    else runs.push({ from: column, length: 1, before: cells[column - 1] ?? null, after: null });
    const run = runs.at(-1)!;
    run.after = cells[run.from + run.length] ?? null;
  });
  return runs;
}

type Along = { readonly names: readonly Name[] | undefined; readonly gaps: readonly boolean[] };

function cellsOf(cells: readonly (string | null)[], { names = [], gaps }: Along): readonly MapCell[] {
  return cells.flatMap((code, column): MapCell[] => {
    const isAfterGap = gaps[column] ?? false;
    if (code !== null) return [{ kind: "village", code, isAfterGap }];
    const name = names.find((one) => column >= one.column && column < one.column + one.span);
    if (name === undefined) return [{ kind: "blank", isAfterGap }];
    const { kecamatan, span } = name;
    return column === name.column ? [{ kind: "name", kecamatan, span, isAfterGap }] : [];
  });
}
