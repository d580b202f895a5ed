/** Official region code in its dotted form: "13", "13.77", "13.77.02" or "13.77.02.2015". */
export type RegionCode = string & { readonly "~brand": "RegionCode" };

export type RegionLevel = "province" | "city" | "kecamatan" | "village";

const DOTTED = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const LEVEL_OF_LENGTH: Readonly<Record<number, RegionLevel>> = {
  2: "province",
  5: "city",
  8: "kecamatan",
  13: "village",
};
const LENGTH_OF_LEVEL: Readonly<Record<RegionLevel, number>> = {
  province: 2,
  city: 5,
  kecamatan: 8,
  village: 13,
};

/** Reads "13.77.02.2015" and "1377022015" alike; anything else is undefined. */
export function parseRegionCode(text: string): RegionCode | undefined {
  const trimmed = text.trim();
  const dotted = /^\d+$/.test(trimmed) ? withDots(trimmed) : trimmed;
  return DOTTED.test(dotted) ? (dotted as RegionCode) : undefined;
}

export function levelOfRegion(code: RegionCode): RegionLevel {
  const level = LEVEL_OF_LENGTH[code.length];
  if (level === undefined) throw new RangeError(`Not a region code: ${code}`);
  return level;
}

/** The region of the given level that contains `code`, or undefined when `code` is itself wider than that level. */
export function ancestorOf(code: RegionCode, level: RegionLevel): RegionCode | undefined {
  const length = LENGTH_OF_LEVEL[level];
  return code.length < length ? undefined : (code.slice(0, length) as RegionCode);
}

/** A region lies within itself. */
export function isWithin(code: RegionCode, outer: RegionCode): boolean {
  return code === outer || code.startsWith(`${outer}.`);
}

function withDots(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
    .filter((part) => part !== "")
    .join(".");
}
