import { describe, expect, it } from "vitest";
import { ancestorOf, isWithin, levelOfRegion, parseRegionCode } from "./region-code.ts";
import { pariaman } from "./pariaman.fixture.ts";
import { isVillage, kindOfCode, region } from "./region.ts";

describe("region codes", () => {
  it("reads the dotted and the plain form alike", () => {
    for (const { code } of pariaman) {
      expect(parseRegionCode(code.replaceAll(".", ""))).toBe(code);
      expect(parseRegionCode(` ${code} `)).toBe(code);
    }
  });

  it.each(["", "1", "137", "13.7", "13.77.02.201", "13.77.02.20155", "13,77", "Naras I", "13.77.02.2015.1"])(
    "refuses %j",
    (text) => {
      expect(parseRegionCode(text)).toBeUndefined();
    },
  );

  it("knows level, ancestors and containment", () => {
    const village = region("13.77.02.2015", "Naras I").code;
    expect(levelOfRegion(village)).toBe("village");
    expect(ancestorOf(village, "kecamatan")).toBe("13.77.02");
    expect(ancestorOf(village, "city")).toBe("13.77");
    expect(ancestorOf(region("13.77", "Kota Pariaman").code, "village")).toBeUndefined();
    expect(isWithin(village, region("13.77.02", "Pariaman Utara").code)).toBe(true);
    expect(isWithin(region("13.77.02", "Pariaman Utara").code, village)).toBe(false);
    expect(isWithin(village, village)).toBe(true);
  });

  it("tells desa from kelurahan and kota from kabupaten by the code: 55 desa and 16 kelurahan in the first city", () => {
    const villages = pariaman.filter(isVillage);
    expect(villages.filter((village) => village.kind === "desa")).toHaveLength(55);
    expect(villages.filter((village) => village.kind === "kelurahan")).toHaveLength(16);
    expect(kindOfCode(region("13.77", "Kota Pariaman").code)).toBe("kota");
    expect(kindOfCode(region("13.05", "Kabupaten Padang Pariaman").code)).toBe("kabupaten");
    expect(kindOfCode(region("91.03.01.3001", "kampung adat").code)).toBe("desa-adat");
  });

  it("throws for a code that is none, because shipped data must be right", () => {
    expect(() => region("13.77.2", "?")).toThrow(RangeError);
  });
});
