import type { Words } from "#model";
import type { Advice, PairPattern } from "./advise-on-pair.ts";
import type { PairExplanation } from "./explain-pair.ts";
import { waterfall } from "./waterfall.ts";

/**
 * The explanation as lines of text, a bar per comparison: one block is two bits. The last line is the chance; with
 * advice, what to do and the patterns seen follow it.
 */
export function explanationInWords(
  explanation: PairExplanation,
  language: keyof Words,
  advice?: Advice,
): string[] {
  const lines = waterfall(explanation).map((step) => line(step.label[language], step.bits));
  const percent = (explanation.probability * 100).toFixed(2);
  return [...lines, `${chance[language]}: ${percent} %`, ...(advice ? adviceInWords(advice, language) : [])];
}

/** What to do with a pair and which patterns it shows, one line each. */
export const adviceInWords = ({ advice, patterns }: Advice, language: keyof Words): string[] => [
  `${adviceHead[language]}: ${adviceWords[advice][language]}`,
  ...patterns.map((pattern) => `- ${patternWords[pattern][language]}`),
];

const chance: Words = { id: "peluang orang yang sama", en: "chance of being the same person" };
const adviceHead: Words = { id: "saran", en: "advice" };

const adviceWords: Record<Advice["advice"], Words> = {
  "same-person": { id: "orang yang sama", en: "the same person" },
  review: { id: "perlu dilihat orang", en: "a person should look at it" },
  different: { id: "orang lain", en: "different persons" },
};

const patternWords: Record<PairPattern, Words> = {
  "twin-pattern": {
    id: "pola kembar: KK dan tanggal lahir sama, tetapi nama atau NIK lain",
    en: "twin pattern: same family card and birth date, yet another name or NIK",
  },
  "household-member": {
    id: "pola anggota keluarga: KK sama, nama dan tanggal lahir lain",
    en: "household pattern: same family card, another name and birth date",
  },
  "name-carries-it": {
    id: "bertumpu pada nama: tanpa nama pasangan ini gugur",
    en: "rests on the name: without it the pair would fall",
  },
  "nik-alone": {
    id: "hanya NIK yang sama, nama dan tanggal lahir menentang",
    en: "only the NIK agrees, name and birth date speak against it",
  },
  "default-birth-date": {
    id: "tanggal lahir yang sama adalah tanggal baku (1/1, 1/7, 31/12)",
    en: "the birth date that agrees is a default one (1/1, 1/7, 31/12)",
  },
  "several-candidates": {
    id: "ada calon lain untuk baris yang sama",
    en: "others compete for the same row",
  },
  thin: { id: "isian terlalu sedikit untuk yakin", en: "too few fields are filled to be sure" },
};

function line(label: string, bits: number): string {
  const bar = (bits >= 0 ? "+" : "-").repeat(Math.min(20, Math.round(Math.abs(bits) / 2)));
  return `${bits.toFixed(1).padStart(7)}  ${bar.padEnd(13)} ${label}`;
}
