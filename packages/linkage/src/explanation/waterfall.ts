import type { Words } from "#model";
import type { PairExplanation } from "./explain-pair.ts";

/** One bar of a waterfall, in bits: it begins where the one before ended. The last is the sum, from zero. */
export type WaterfallStep = {
  kind: "prior" | "evidence" | "sum";
  label: Words;
  bits: number;
  from: number;
  to: number;
};

/** An explanation as bars for drawing: prior, every comparison, sum. */
export function waterfall(explanation: PairExplanation): WaterfallStep[] {
  const { priorBits, weight, evidence } = explanation;
  let at = priorBits;
  const steps = evidence.map((item): WaterfallStep => {
    const from = at;
    at += item.bits;
    return { kind: "evidence", label: evidenceLabel(item), bits: item.bits, from, to: at };
  });
  return [
    { kind: "prior", label: priorWords, bits: priorBits, from: 0, to: priorBits },
    ...steps,
    { kind: "sum", label: sumWords, bits: weight, from: 0, to: weight },
  ];
}

export const priorWords: Words = { id: "awal (dua orang sembarang)", en: "start (two random persons)" };
export const sumWords: Words = { id: "jumlah", en: "sum" };

/** "name: same name", with the condition it was judged under and how common the value is, in both languages. */
export function evidenceLabel(item: PairExplanation["evidence"][number]): Words {
  const label = (language: keyof Words): string => {
    const given = item.given ? ` | ${item.given[language]}` : "";
    const common = item.frequency ? ` (${frequencyInWords(item.frequency, language)})` : "";
    return `${item.comparisonLabel[language]}: ${item.label[language]}${given}${common}`;
  };
  return { id: label("id"), en: label("en") };
}

const rarest = 1e-6;

/** "NURHAYATI: 3,5 per 1.000". */
export function frequencyInWords(frequency: { value: string; share: number }, language: keyof Words): string {
  const locale = language === "id" ? "id-ID" : "en-GB";
  const number = (value: number) => value.toLocaleString(locale, { maximumSignificantDigits: 2 });
  if (frequency.share < rarest)
    return `${frequency.value}: ${language === "id" ? "sangat jarang" : "very rare"}`;
  const thousand = (1000).toLocaleString(locale, { useGrouping: "always" });
  return `${frequency.value}: ${number(frequency.share * 1000)} per ${thousand}`;
}
