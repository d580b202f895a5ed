import type { Coverage } from "@tuwai/server/coverage";

/** A small release: two kecamatan, one kelurahan, one village whose number is hidden. For tests only. */
export const sampleCoverage: Coverage = {
  definition: "pekerja-rentan-terlindungi",
  numerator: 155,
  denominator: 430,
  listed: 400,
  estimate: { low: 380, middle: 430, high: 480 },
  month: "2026-10" as Coverage["month"],
  releasedOn: "2026-11-21" as Coverage["releasedOn"],
  citationCode: "2026-10/0a1b2c3d",
  percent: 36,
  sources: ["Rilis Oktober 2026"],
  asOf: { numerator: "2026-10-31", denominator: "2026-09-30" },
  unchangedSince: "2026-08-31",
  kecamatan: [place("13.77.01", "Pariaman Tengah", 65, 140), place("13.77.02", "Pariaman Utara", 90, 290)],
  villages: [
    village("13.77.02.2015", "Naras I", 60, 150),
    village("13.77.02.2014", "Naras Hilir", 20, 100),
    village("13.77.02.2006", "Apar", null, null),
    village("13.77.01.1001", "Karan Aur", 65, 140),
  ],
};

function village(code: string, name: string, numerator: number | null, denominator: number | null) {
  const kecamatan = code.startsWith("13.77.01") ? "Pariaman Tengah" : "Pariaman Utara";
  return { ...place(code, name, numerator, denominator), kecamatan };
}

// oxlint-disable-next-line max-params -- a row of the table above
function place(code: string, name: string, numerator: number | null, denominator: number | null) {
  const known = numerator !== null && denominator !== null;
  return {
    code,
    name,
    numerator,
    denominator,
    percent: known ? Math.round((1000 * numerator) / denominator) / 10 : null,
    suppressed: !known,
    listed: denominator,
    estimate:
      denominator === null ? null : { low: denominator - 10, middle: denominator, high: denominator + 10 },
    isSilent: false,
    isSmall: false,
  };
}
