import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRegionPack } from "./build-region-pack.ts";

let dir = "";
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "tuwai-region-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const SIDE = 0.01;
const SHIFT = 0.00003;

/** Three by two square villages in two kecamatan, each corner off by up to 3 m, with extra points on their borders. */
function villageRing(column: number, row: number): [number, number][] {
  const off = (place: number): number => (((column * 7 + row * 5 + place * 3) % 3) - 1) * SHIFT;
  const corner = (x: number, y: number, place: number): [number, number] => [
    100 + x * SIDE + off(place),
    -0.6 + y * SIDE + off(place + 1),
  ];
  const middle =
    row === 0 ? [corner(column + 0.5, 1, 4)] : [corner(column + 0.25, 1, 5), corner(column + 0.75, 1, 6)];
  const [top, bottom] = row === 0 ? [middle, []] : [[], middle];
  return [
    corner(column, row, 0),
    ...bottom,
    corner(column + 1, row, 1),
    corner(column + 1, row + 1, 2),
    ...top,
    corner(column, row + 1, 3),
  ];
}

const codes = [
  "21.88.01.1001",
  "21.88.01.2002",
  "21.88.01.2003",
  "21.88.02.2001",
  "21.88.02.2002",
  "21.88.02.2003",
];
const rings = codes.map((_, place) => villageRing(place % 3, Math.floor(place / 3)));

function writeSqlSource(): void {
  mkdirSync(join(dir, "wilayah", "db"), { recursive: true });
  mkdirSync(join(dir, "batas", "db", "kel", "21"), { recursive: true });
  const names = [["21", "Provinsi Uji"], ["21.88", "Kota Uji"], ["21.88.01", "Selatan"], ["21.88.02", "Utara"], ...codes.map((code) => [code, `Desa''${code.slice(-4)}`]), ["21.88.02.2009", "Baru Dimekarkan"], ["22.01", "Kota Lain"]]; // oxfmt-ignore
  const rows = names.map(([code, name]) => `('${code}','${name}')`).join(",\n");
  writeFileSync(join(dir, "wilayah", "db", "wilayah.sql"), `INSERT INTO wilayah VALUES\n${rows};`);
  const shapes = rings.map(
    (ring, place) => `('${codes[place]}','x',-0.6,NULL,'${JSON.stringify([ring.map(([x, y]) => [y, x])])}')`,
  );
  writeFileSync(
    join(dir, "batas", "db", "kel", "21", "wilayah_boundaries_kel_21.88.sql"),
    `INSERT INTO wilayah_boundaries VALUES\n${shapes.join(",\n")};`,
  );
}

type Topology = {
  arcs: [number, number][][];
  transform: { scale: [number, number]; translate: [number, number] };
  objects: Record<
    string,
    {
      geometries: {
        id: string;
        type: string;
        arcs: number[][] | number[][][];
        properties: Record<string, unknown>;
      }[];
    }
  >;
};

function readTopology(name = "boundaries.topojson"): Topology {
  return JSON.parse(readFileSync(join(dir, "out", name), "utf8")) as Topology;
}

/** Area in square degrees of a geometry, straight from the steps of its arcs. */
function areaOf(topology: Topology, geometry: { type: string; arcs: number[][] | number[][][] }): number {
  const polygons = (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs) as number[][][];
  return polygons.reduce(
    (sum, polygon) =>
      sum +
      polygon.reduce(
        (total, ring, place) => total + (place === 0 ? 1 : -1) * Math.abs(ringArea(topology, ring)),
        0,
      ),
    0,
  );
}

function ringArea({ arcs, transform }: Topology, ring: number[]): number {
  const points = ring.flatMap((reference) => {
    let [x, y] = [0, 0];
    const walked = (arcs[reference < 0 ? ~reference : reference] ?? []).map(
      ([dx, dy]) => [(x += dx) * transform.scale[0], (y += dy) * transform.scale[1]] as const,
    );
    return reference < 0 ? walked.toReversed() : walked;
  });
  return points.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = points[(place + 1) % points.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function areasOf(topology: Topology, layer: string): number[] {
  return (topology.objects[layer]?.geometries ?? []).map((geometry) => areaOf(topology, geometry));
}

const at = (x: number, y: number): [number, number] => [100 + x, y];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const build = () => buildRegionPack({ code: "21.88", sourceDirs: [dir], outDir: join(dir, "out") });

describe("buildRegionPack", () => {
  it("makes the pack from the SQL of the known sources and names villages without a polygon", () => {
    writeSqlSource();
    expect(build()).toMatchObject({
      code: "21.88",
      name: "Kota Uji",
      counts: { kota: 1, kecamatan: 2, desa: 6, kelurahan: 1, provinsi: 1 },
      polygons: { found: 6, villages: 7, missing: ["21.88.02.2009"] },
    });
    const csv = readFileSync(join(dir, "out", "regions.csv"), "utf8");
    expect(csv).toContain("21.88.01.1001,village,kelurahan,Desa'1001,21.88.01,1.2");
    expect(csv).toContain("21.88.02.2009,village,desa,Baru Dimekarkan,21.88.02,,,,");
    expect(csv).not.toContain("Kota Lain");
    expect(readFileSync(join(dir, "out", "NOTICE.md"), "utf8")).toContain("cahyadsn/wilayah_boundaries, MIT");
  });

  it("lets neighbours share their border, so that areas add up and nothing lies between them", () => {
    writeSqlSource();
    build();
    const topology = readTopology();
    const areas = (layer: string) => areasOf(topology, layer);
    expect(areas("desa")).toHaveLength(6);
    expect(areas("kecamatan")).toHaveLength(2);
    expect(sum(areas("kecamatan"))).toBeCloseTo(sum(areas("desa")), 12);
    expect(sum(areas("kota"))).toBeCloseTo(sum(areas("desa")), 12);
    expect(sum(areas("kota")) / (6 * SIDE * SIDE)).toBeCloseTo(1, 1);
    const [city] = topology.objects["kota"]?.geometries ?? [];
    expect(city?.type).toBe("Polygon");
    expect(city?.arcs).toHaveLength(1);
  });

  it("keeps the smallest villages, an enclave and a spit with one neighbour, when borders are simplified", () => {
    const coast = Array.from({ length: 40 }, (_, place): [number, number] => [
      100 + place * 0.001,
      place % 2 === 0 ? 0.02 : 0.025,
    ]);
    const enclave = [at(0.01, 0.01), at(0.0103, 0.01), at(0.0103, 0.0103), at(0.01, 0.0103)];
    const spit = [at(0.02, 0), at(0.0205, 0), at(0.02025, -0.0004)];
    const drawn: [string, [number, number][][]][] = [
      [
        "21.88.01.2001",
        [[at(0, 0), at(0.02, 0), at(0.0205, 0), at(0.039, 0), ...coast.toReversed()], enclave],
      ],
      ["21.88.01.2002", [enclave]],
      ["21.88.01.2003", [spit]],
    ];
    const features = drawn.map(([code, coordinates]) => ({
      properties: { code },
      geometry: { type: "Polygon", coordinates },
    }));
    writeFileSync(join(dir, "desa.geojson"), JSON.stringify({ features }));
    writeFileSync(
      join(dir, "indonesia.csv"),
      `21.88;Kota Uji\n${drawn.map(([code]) => `${code};D`).join("\n")}`,
    );
    build();
    const [, ...small] = areasOf(readTopology(), "desa");
    const [, ...smallInMini] = areasOf(readTopology("boundaries.mini.topojson"), "desa");
    expect(Math.min(...small)).toBeGreaterThan(0.9e-7);
    for (const [place, area] of small.entries()) expect(smallInMini[place]).toBeGreaterThan(area / 3);
  });

  it("puts the label point inside, and each village on a tile of its own", () => {
    writeSqlSource();
    build();
    const [first] = readTopology().objects["desa"]?.geometries ?? [];
    expect(first?.properties["label_lng"]).toBeCloseTo(100.005, 2);
    expect(first?.properties["label_lat"]).toBeCloseTo(-0.595, 2);
    const tiles = JSON.parse(readFileSync(join(dir, "out", "tiles.json"), "utf8")) as {
      code: string;
      column: number;
      row: number;
    }[];
    expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(6);
    expect(tiles[0]).toEqual({ code: "21.88.02.2001", column: 0, row: 0 });
  });

  it("reads GeoJSON as well, takes extra columns from a table, and works without any polygon", () => {
    const features = rings.slice(0, 2).map((ring, place) => ({
      type: "Feature",
      properties: { kode: codes[place] },
      geometry: { type: "Polygon", coordinates: [ring] },
    }));
    writeFileSync(join(dir, "desa.geojson"), JSON.stringify({ type: "FeatureCollection", features }));
    writeFileSync(
      join(dir, "indonesia.csv"),
      `21;Uji\n21.88;Kota Uji\n21.88.01;Selatan\n${codes.map((code) => `${code};D`).join("\n")}\n`,
    );
    writeFileSync(
      join(dir, "uji-regions.csv"),
      "code,postal_code,population,aliases\n21.88.01.1001,25511,2185,Ds|D'e\n",
    );
    expect(build().polygons.found).toBe(2);
    expect(readFileSync(join(dir, "out", "regions.csv"), "utf8")).toMatch(
      /21\.88\.01\.1001,.*,25511,2185,,Ds\|D'e,,,/,
    );
    rmSync(join(dir, "desa.geojson"));
    expect(build()).toMatchObject({ areaKm2: null, files: ["city.json", "regions.csv", "NOTICE.md"] });
  });

  it("refuses what is no city, and a source that does not know it", () => {
    writeSqlSource();
    for (const code of ["21", "21.88.01", "Pariaman"]) {
      expect(() => buildRegionPack({ code, sourceDirs: [dir], outDir: join(dir, "out") })).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    }
    expect(() => buildRegionPack({ code: "31.71", sourceDirs: [dir], outDir: join(dir, "out") })).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });
});
