import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { getCity } from "./city-pack.ts";
import { shortLabels } from "./short-labels.ts";

const dataDir = mkdtempSync(join(tmpdir(), "tuwai-pack-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the pack of a city", () => {
  test("of the first city ships with names, tiles and boundaries", () => {
    const city = getCity({ regionCode: "13.77", dataDir });
    expect(city).toMatchObject({ name: "Kota Pariaman", tiles: { length: 71 }, kecamatan: { length: 4 } });
    expect(city.topology).not.toBeNull();
  });

  test("of another city is read from its data folder while the city runs, with labels made from names", () => {
    const folder = join(dataDir, "regions", "21.88");
    mkdirSync(folder, { recursive: true });
    const head = "code,level,kind,name,parent_code";
    const rows = ["21.88,city,kota,Kota Uji,21", "21.88.01,kecamatan,kecamatan,Selatan,21.88", "21.88.01.2001,village,desa,Air Santok,21.88.01"]; // oxfmt-ignore
    writeFileSync(join(folder, "regions.csv"), [head, ...rows].join("\n"));
    writeFileSync(join(folder, "tiles.json"), '[{"code":"21.88.01.2001","column":2,"row":1}]');
    expect(getCity({ regionCode: "21.88", dataDir })).toEqual({
      code: "21.88",
      name: "Kota Uji",
      kecamatan: [{ code: "21.88.01", name: "Selatan" }],
      tiles: [{ code: "21.88.01.2001", label: "ASant", x: 2, y: 1 }],
      topology: null,
    });
  });

  test("that is missing is refused with the command that makes it", () => {
    expect(() => getCity({ regionCode: "31.71", dataDir })).toThrow(/tuwai region build 31\.71/);
  });
});

describe("short labels", () => {
  test("are at most five letters, keep a Roman numeral, and are told apart", () => {
    const names = ["Kampung Baru", "Jawi-Jawi II", "Rawang", "Kampung Barat", "Kampuang Bareh"];
    const labels = shortLabels(names.map((name, place) => ({ code: String(place), name })));
    expect([...labels.values()]).toEqual(["KBaru", "JJ II", "Rawan", "KBara", "KBare"]);
    const same = shortLabels(
      ["Kampung Baru", "Koto Baru"].map((name, place) => ({ code: String(place), name })),
    );
    expect([...same.values()]).toEqual(["KBaru", "KBar2"]);
  });
});
