import type { RegionCode } from "@tuwai/domain/regions";

const COLUMNS = 7;

/**
 * A first arrangement of one square per village: kecamatan from north to south, each in rows of seven from north to
 * south, each row from west to east. People who know the place should move tiles by hand afterwards.
 */
export function arrangeTiles(
  villages: readonly { code: RegionCode; label: readonly [number, number] }[],
): string {
  const blocks = [...Map.groupBy(villages, ({ code }) => code.slice(0, 8)).values()];
  const latitude = (block: typeof villages): number =>
    block.reduce((sum, { label }) => sum + label[1], 0) / block.length;
  const tiles: string[] = [];
  let row = 0;
  for (const block of blocks.toSorted((a, b) => latitude(b) - latitude(a))) {
    const southwards = block.toSorted((a, b) => b.label[1] - a.label[1]);
    for (let first = 0; first < southwards.length; first += COLUMNS, row += 1) {
      const eastwards = southwards.slice(first, first + COLUMNS).toSorted((a, b) => a.label[0] - b.label[0]);
      tiles.push(...eastwards.map(({ code }, column) => JSON.stringify({ code, column, row })));
    }
  }
  return `[\n${tiles.join(",\n")}\n]\n`;
}
