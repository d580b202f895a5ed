import type { Words } from "#model";
import type { PairExplanation } from "./explain-pair.ts";

/** The explanation as lines of text, a bar per comparison: one block is two bits. */
export function explanationInWords(explanation: PairExplanation, language: keyof Words): string[] {
  const text = wording[language];
  const lines = explanation.evidence.map((item) => {
    const given = item.given ? ` | ${item.given[language]}` : "";
    return line(`${item.comparisonLabel[language]}: ${item.label[language]}${given}`, item.bits);
  });
  const percent = (explanation.probability * 100).toFixed(2);
  return [
    line(text.prior, explanation.priorBits),
    ...lines,
    line(text.sum, explanation.weight),
    `${text.chance}: ${percent} %`,
  ];
}

const wording: Record<keyof Words, { prior: string; sum: string; chance: string }> = {
  id: { prior: "awal (dua orang sembarang)", sum: "jumlah", chance: "peluang orang yang sama" },
  en: { prior: "start (two random persons)", sum: "sum", chance: "chance of being the same person" },
};

function line(label: string, bits: number): string {
  const bar = (bits >= 0 ? "+" : "-").repeat(Math.min(20, Math.round(Math.abs(bits) / 2)));
  return `${bits.toFixed(1).padStart(7)}  ${bar.padEnd(13)} ${label}`;
}
