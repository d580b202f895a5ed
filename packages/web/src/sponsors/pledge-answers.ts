import { occupationGroups } from "@tuwai/domain/occupations";
import { readPersonCode } from "@tuwai/domain/identity";
import { parseMonth, shiftMonth, type Month } from "@tuwai/domain/time";
import type { PledgePrices } from "@tuwai/server/sponsors";

/** What a future sponsor typed, as it stands in the address; nothing in it names a person. */
export type PledgeAnswers = {
  readonly jumlah: string;
  readonly batas: string;
  readonly mulai: string;
  readonly cara: string;
  readonly desa: string;
  readonly kerja: string;
  readonly calon: string;
  readonly hanya: string;
  readonly pilih: string;
};

export type Terms = {
  readonly workerCount: number;
  readonly capRupiah: number;
  readonly fromMonth: Month;
  readonly channel: "payroll" | "own-transfer";
  readonly chooses: "manager" | "sponsor";
  readonly wishes: {
    readonly nominatedCodes?: readonly string[];
    readonly villages?: readonly string[];
    readonly workGroups?: readonly string[];
    readonly nothingElse?: boolean;
  };
};

export type AnswerProblem = "jumlah" | "batas" | "mulai" | "cara" | "calon";

/** Rupiah a month that leaves room for the tariff after the relief of 2026. */
const usualCap = "20000";

/** The answers of an address; a name that is missing takes the default of an empty form. */
export function readAnswers(params: URLSearchParams, thisMonth: Month): PledgeAnswers {
  const read = (name: string, missing = ""): string => (params.get(name) ?? missing).trim().slice(0, 80);
  return {
    jumlah: read("jumlah", "1"),
    batas: read("batas", usualCap),
    mulai: read("mulai", shiftMonth(thisMonth, 1)),
    cara: read("cara"),
    desa: read("desa"),
    kerja: read("kerja"),
    calon: read("calon"),
    hanya: read("hanya"),
    pilih: read("pilih", "manager"),
  };
}

/** The same answers as the end of an address, empty ones left out. */
export function writeAnswers(answers: PledgeAnswers): string {
  return new URLSearchParams(Object.entries(answers).filter(([, value]) => value !== "")).toString();
}

/** Terms ready to be signed, or everything that has to be mended. Whether the cap suffices is asked of `neededRupiah`. */
export function termsOf(
  answers: PledgeAnswers,
  thisMonth: Month,
): { readonly terms: Terms } | { readonly problems: readonly AnswerProblem[] } {
  const workerCount = Number(answers.jumlah);
  const capRupiah = readRupiah(answers.batas);
  const fromMonth = parseMonth(answers.mulai);
  const codes = answers.calon.split(/[,;\s]+/).filter(Boolean);
  const nominated = codes.flatMap((code) => {
    const reading = readPersonCode(code);
    return reading.status === "wajar" ? [reading.code] : [];
  });
  const channel = (["payroll", "own-transfer"] as const).find((known) => known === answers.cara);
  const problems: AnswerProblem[] = [];
  if (!Number.isInteger(workerCount) || workerCount < 1 || workerCount > 20) problems.push("jumlah");
  if (capRupiah === undefined) problems.push("batas");
  if (fromMonth === undefined || fromMonth < thisMonth) problems.push("mulai");
  if (channel === undefined) problems.push("cara");
  if (nominated.length !== codes.length) problems.push("calon");
  if (problems.length > 0 || !capRupiah || !fromMonth || !channel) return { problems };
  const wishes = {
    ...(nominated.length > 0 ? { nominatedCodes: nominated } : {}),
    ...(answers.desa === "" ? {} : { villages: [answers.desa] }),
    ...(occupationGroups.some((group) => group === answers.kerja) ? { workGroups: [answers.kerja] } : {}),
  };
  const nothingElse = answers.hanya !== "" && Object.keys(wishes).length > 0 ? { nothingElse: true } : {};
  const chooses = answers.pilih === "sponsor" ? "sponsor" : "manager";
  return {
    terms: { workerCount, capRupiah, fromMonth, channel, chooses, wishes: { ...wishes, ...nothingElse } },
  };
}

/** The least cap that pays for so many workers in the first month, whatever work they do; null when no law covers it. */
export function neededRupiah(prices: PledgePrices, workerCount: number): number | null {
  const first = [prices.other[0], prices.transport[0]];
  if (first.includes(undefined)) return null;
  return Math.max(...first.map((step) => step?.perWorkerRupiah ?? 0)) * workerCount;
}

/** "20.000", "Rp20.000" and "20000" are the same; undefined for anything else. */
function readRupiah(text: string): number | undefined {
  const digits = text.replace(/^rp/i, "").replaceAll(/[.\s]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
