import type { Coverage } from "@tuwai/server/coverage";

/** A small release: two kecamatan, one kelurahan, one village whose number is hidden. For tests only. */
export const sampleCoverage: Coverage = {
  definition: "pekerja-rentan-terlindungi",
  numerator: 145,
  denominator: 390,
  percent: 37.2,
  sources: ["Rilis Oktober 2026"],
  asOf: { numerator: "2026-10-31", denominator: "2026-09-30" },
  unchangedSince: "2026-08-31",
  villages: [
    village("13.77.02.2015", "Naras I", 60, 150),
    village("13.77.02.2014", "Naras Hilir", 20, 100),
    village("13.77.02.2006", "Apar", null, null),
    village("13.77.01.1001", "Karan Aur", 65, 140),
  ],
};

function village(code: string, name: string, numerator: number | null, denominator: number | null) {
  const known = numerator !== null && denominator !== null;
  return {
    code,
    name,
    kecamatan: code.startsWith("13.77.01") ? "Pariaman Tengah" : "Pariaman Utara",
    numerator,
    denominator,
    percent: known ? Math.round((1000 * numerator) / denominator) / 10 : null,
    suppressed: !known,
  };
}
