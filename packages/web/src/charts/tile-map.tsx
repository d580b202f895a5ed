import type { ReactElement } from "react";
import { ArrowKeys, tabStop } from "./arrow-keys.tsx";
import { Hatch } from "./hatch.tsx";
import { Legend } from "./legend.tsx";
import { fillOf, type RegionValue } from "./region-value.ts";

const pitch = 42;
const size = 40;

type TileMapProps = {
  readonly title: string;
  readonly tiles: readonly {
    readonly code: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly values: readonly RegionValue[];
};

/** One equal square per village, roughly where it lies: area stops meaning importance, and a finger can hit each one. */
export function TileMap({ title, tiles, values }: TileMapProps): ReactElement {
  const byCode = new Map(values.map((value) => [value.code, value]));
  const width = Math.max(...tiles.map((tile) => tile.x)) * pitch + size + 2;
  const height = Math.max(...tiles.map((tile) => tile.y)) * pitch + size + 2;
  const stop = tiles.find((tile) => byCode.has(tile.code))?.code;
  return (
    <figure className="chart">
      <svg className="tiles" viewBox={`-1 -1 ${width} ${height}`} role="group" aria-label={title} data-arrows>
        <defs>
          <Hatch />
        </defs>
        {tiles.map((tile) => {
          const value = byCode.get(tile.code);
          return value && <VillageTile key={tile.code} tile={tile} value={value} stop={stop} />;
        })}
      </svg>
      <ArrowKeys />
      <Legend />
    </figure>
  );
}

type VillageTileProps = {
  readonly tile: TileMapProps["tiles"][number];
  readonly value: RegionValue;
  readonly stop: string | undefined;
};

function VillageTile({ tile, value, stop }: VillageTileProps): ReactElement {
  const x = Math.round(tile.x * pitch);
  const y = Math.round(tile.y * pitch);
  return (
    <a href={value.href} data-region={tile.code} tabIndex={tabStop(tile.code, stop)}>
      <rect x={x} y={y} width={size} height={size} rx="3" {...fillOf(value.percent)} />
      <text className="value" x={x + size / 2} y={y + 19} aria-hidden="true">
        {value.percent === null ? "" : Math.round(value.percent)}
      </text>
      <text x={x + size / 2} y={y + 33} aria-hidden="true">
        {tile.label}
      </text>
      <title>{value.label}</title>
    </a>
  );
}
