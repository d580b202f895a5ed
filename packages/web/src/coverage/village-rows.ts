import type { Coverage, CoveredVillage } from "@tuwai/server/coverage";
import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import type { City } from "@tuwai/server/regions";
import { formatNumber } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { localPath, type Language } from "#language/language.ts";
import { coverageTexts } from "#language/coverage.ts";
import { rangeText } from "./range-text.ts";
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
  /** The middle of the estimate of vulnerable workers. */
  readonly denominator: number | null;
  readonly listed: number | null;
  readonly percent: number | null;
  /** Withheld, and nothing told of it; a village without any figure yet is not. */
  readonly isHidden: boolean;
  /** Fewer than ten are covered: all that is told of zero to nine. */
  readonly isSmall: boolean;
  /** Nobody of it is on a list: it has sent none. */
  readonly isSilent: boolean;
  /** Workers not yet protected, of the estimate: percentages mislead when villages differ in size. Of a small village, more than this. */
  readonly unprotected: number | null;
  /** The same as it is read; null where there is no number. */
  readonly unprotectedText: string | null;
  readonly valueText: string;
  readonly partsText: string;
  readonly label: string;
};

/** The rows of all villages, in official order. */
export function villageRows(coverage: Coverage, city: City, language: Language): VillageRow[] {
  return coverage.villages.map((village) => {
    const { code, name, numerator, denominator, percent, suppressed, listed, isSilent, isSmall } = village;
    const kecamatanName = kecamatanOf(code, city) ?? village.kecamatan;
    const slug = slugOf(name);
    const parts = numerator === null || denominator === null ? null : { numerator, denominator };
    const unprotected = leastUnprotected(village);
    return {
      code,
      name,
      slug,
      href: localPath(language, `/cakupan/${slugOf(kecamatanName)}/${slug}`),
      kecamatan: { name: kecamatanName, slug: slugOf(kecamatanName) },
      isKelurahan: isKelurahan(code),
      numerator,
      denominator,
      listed,
      percent,
      isHidden: suppressed && !isSmall,
      isSmall,
      isSilent,
      unprotected,
      unprotectedText: unprotected === null ? null : unprotectedWords(unprotected, isSmall, language),
      partsText: parts
        ? `${rangeText(language, parts.numerator)} / ${formatNumber(language, parts.denominator)}`
        : "",
      ...wordsOf(village, language),
    };
  });
}

/** The estimate less those covered; of fewer than ten covered it is more than the estimate less ten, in whole tens. */
function leastUnprotected({ numerator, denominator, isSmall }: CoveredVillage): number | null {
  if (denominator === null) return null;
  const least = isSmall
    ? Math.floor((denominator - smallBelow) / smallBelow) * smallBelow
    : denominator - (numerator ?? denominator);
  return least > 0 ? least : null;
}

/** Of a count below it only that is told. */
const smallBelow = 10;

function unprotectedWords(people: number, isSmall: boolean, language: Language): string {
  const n = formatNumber(language, people);
  return isSmall ? coverageTexts[language].moreThan(n) : n;
}

type Words = Pick<VillageRow, "valueText" | "label">;

/** A share; people without one, where they are too few or nobody has estimated; fewer than ten; withheld; not yet published. */
function wordsOf(village: CoveredVillage, language: Language): Words {
  const { name, numerator, denominator, percent, suppressed, isSmall } = village;
  const t = coverageTexts[language];
  if (isSmall) return { valueText: t.fewerThanTen, label: t.villageSmall(name) };
  if (numerator === null)
    return suppressed
      ? { valueText: t.hidden, label: t.villageHidden(name) }
      : { valueText: t.noneYet, label: t.villageNone(name) };
  const n = rangeText(language, numerator);
  if (denominator === null) return { valueText: n, label: t.villageCovered(name, n) };
  const of = formatNumber(language, denominator);
  if (percent === null) return { valueText: t.few, label: t.villageFew(name, n, of) };
  const valueText = formatShare(language, { percent, numerator, denominator });
  return { valueText, label: t.villageLabel(name, valueText, n, of) };
}

export type KecamatanRow = {
  readonly name: string;
  readonly slug: string;
  readonly villages: number;
  readonly hidden: number;
  /** Withheld itself: small, or it would show another that is. */
  readonly isHidden: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
};

/** The kecamatan of these villages with their own released figures; hidden villages are counted beside. */
export function kecamatanRows(coverage: Coverage, rows: readonly VillageRow[]): KecamatanRow[] {
  const released = new Map(coverage.kecamatan.map((place) => [place.code, place]));
  const codes = [...new Set(rows.map((row) => kecamatanCodeOf(row.code)))];
  return codes.map((code) => {
    const group = rows.filter((row) => kecamatanCodeOf(row.code) === code);
    const place = released.get(code);
    return {
      ...group[0]!.kecamatan,
      villages: group.length,
      hidden: group.filter((row) => row.isHidden).length,
      isHidden: place?.suppressed ?? false,
      numerator: place?.numerator ?? null,
      denominator: place?.denominator ?? null,
      percent: place?.percent ?? null,
    };
  });
}

const kecamatanCodeOf = (code: string): string => code.split(".").slice(0, 3).join(".");

function kecamatanOf(code: string, city: City): string | undefined {
  return city.kecamatan.find((known) => known.code === kecamatanCodeOf(code))?.name;
}

function isKelurahan(code: string): boolean {
  const parsed = parseRegionCode(code);
  return parsed !== undefined && kindOfCode(parsed) === "kelurahan";
}
