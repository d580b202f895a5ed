import type { Coverage, CoveredVillage } from "@tuwai/server/coverage";
import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import type { City } from "#cities";
import { formatNumber, formatPercent } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import { coverageTexts } from "#language/coverage.ts";
import { slugOf } from "./slug.ts";

/** One village as the public sees it: numbers already rounded or hidden by the release rules. */
export type VillageRow = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly slug: string;
  readonly kecamatan: { readonly name: string; readonly slug: string };
  readonly isKelurahan: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  /** Withheld because it is small; a village without any figure yet is not. */
  readonly isHidden: boolean;
  /** Workers not yet protected: percentages mislead when villages differ in size. */
  readonly unprotected: number | null;
  readonly valueText: string;
  readonly partsText: string;
  readonly label: string;
};

/** The rows of all villages, in official order. */
export function villageRows(coverage: Coverage, city: City, language: Language): VillageRow[] {
  return coverage.villages.map((village) => {
    const { code, name, numerator, denominator, percent, suppressed } = village;
    const kecamatanName = kecamatanOf(code, city) ?? village.kecamatan;
    const slug = slugOf(name);
    const parts = numerator === null || denominator === null ? null : { numerator, denominator };
    return {
      code,
      name,
      slug,
      href: localPath(language, `/cakupan/${slugOf(kecamatanName)}/${slug}`),
      kecamatan: { name: kecamatanName, slug: slugOf(kecamatanName) },
      isKelurahan: isKelurahan(code),
      numerator: parts?.numerator ?? null,
      denominator: parts?.denominator ?? null,
      percent: parts && percent,
      isHidden: suppressed,
      unprotected: parts && Math.max(0, parts.denominator - parts.numerator),
      partsText: parts
        ? `${formatNumber(language, parts.numerator)}/${formatNumber(language, parts.denominator)}`
        : "",
      ...wordsOf(village, language),
    };
  });
}

type Words = Pick<VillageRow, "valueText" | "label">;

/** Four cases: a share; both parts but too few people for a share; withheld; not yet published. */
function wordsOf(
  { name, numerator, denominator, percent, suppressed }: CoveredVillage,
  language: Language,
): Words {
  const t = coverageTexts[language];
  if (numerator === null || denominator === null) {
    return suppressed
      ? { valueText: t.hidden, label: t.villageHidden(name) }
      : { valueText: t.noneYet, label: t.villageNone(name) };
  }
  const [n, of] = [formatNumber(language, numerator), formatNumber(language, denominator)];
  if (percent === null) return { valueText: t.few, label: t.villageFew(name, n, of) };
  const valueText = formatPercent(language, percent);
  return { valueText, label: t.villageLabel(name, valueText, n, of) };
}

export type KecamatanRow = {
  readonly name: string;
  readonly slug: string;
  readonly villages: number;
  readonly hidden: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
};

/** Sums per kecamatan of what is published; hidden villages are counted beside it, never inside. */
export function kecamatanRows(rows: readonly VillageRow[]): KecamatanRow[] {
  const slugs = [...new Set(rows.map((row) => row.kecamatan.slug))];
  return slugs.map((slug) => {
    const group = rows.filter((row) => row.kecamatan.slug === slug);
    const shown = group.filter((row) => row.numerator !== null);
    const numerator = shown.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
    const denominator = shown.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
    return {
      ...group[0]!.kecamatan,
      villages: group.length,
      hidden: group.filter((row) => row.isHidden).length,
      ...(shown.length === 0 ? { numerator: null, denominator: null } : { numerator, denominator }),
      percent: denominator === 0 ? null : (100 * numerator) / denominator,
    };
  });
}

function kecamatanOf(code: string, city: City): string | undefined {
  const kecamatan = code.split(".").slice(0, 3).join(".");
  return city.kecamatan.find((known) => known.code === kecamatan)?.name;
}

function isKelurahan(code: string): boolean {
  const parsed = parseRegionCode(code);
  return parsed !== undefined && kindOfCode(parsed) === "kelurahan";
}
