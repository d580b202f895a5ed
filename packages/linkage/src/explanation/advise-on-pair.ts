import { probabilityOf } from "#model";
import type { Evidence } from "./explain-pair.ts";

/**
 * What is special about a pair, as codes a screen can word:
 * `twin-pattern` same family card and birth date, yet name or NIK differ · `household-member` same card, other birth date
 * and name · `name-carries-it` without the name the pair would not stand · `nik-alone` same NIK, everything else
 * against it · `default-birth-date` the agreeing date is one written when the true one is unknown ·
 * `several-candidates` others compete for the same row · `thin` fewer than three comparisons had values.
 */
export type PairPattern =
  | "twin-pattern"
  | "household-member"
  | "name-carries-it"
  | "nik-alone"
  | "default-birth-date"
  | "several-candidates"
  | "thin";
/** What to do with a pair, and the patterns it shows. */
export type Advice = { advice: "same-person" | "review" | "different"; patterns: PairPattern[] };

/** Above this a pair without a warning pattern may stand unseen; the product still never pays out on it alone. */
const sure = 0.99;
const unlikely = 0.05;

/** Reads evidence of the Indonesian preset: which patterns it shows and whether a person should look at the pair. */
export function adviseOnPair(pair: {
  evidence: readonly Evidence[];
  weight: number;
  probability?: number;
  rivals?: readonly unknown[];
}): Advice {
  const level = new Map(pair.evidence.map((item) => [item.comparison, item]));
  const at = (comparison: string) => level.get(comparison)?.level ?? "missing";
  const bits = (comparison: string) => level.get(comparison)?.bits ?? 0;
  const agrees = (comparison: string) => at(comparison).startsWith("same");
  const sameHouse = at("home") === "same-card";
  const tests: [PairPattern, boolean][] = [
    ["twin-pattern", sameHouse && agrees("birth") && (isAgainst(at("name")) || isOtherNik(at("nik")))],
    ["household-member", sameHouse && !agrees("birth") && bits("birth") < 0 && isAgainst(at("name"))],
    ["name-carries-it", bits("name") > 0 && pair.weight > 0 && pair.weight - bits("name") < -10],
    ["nik-alone", at("nik") === "same" && bits("name") < 0 && bits("birth") < 0],
    ["default-birth-date", at("birth") === "same-default"],
    ["several-candidates", (pair.rivals?.length ?? 0) > 0],
    ["thin", pair.evidence.filter((item) => item.level !== "missing").length < 3],
  ];
  const patterns = tests.filter(([, holds]) => holds).map(([pattern]) => pattern);
  const probability = pair.probability ?? probabilityOf(pair.weight);
  if (probability < unlikely) return { advice: "different", patterns };
  const worrying = patterns.some(
    (pattern) => pattern !== "default-birth-date" && pattern !== "name-carries-it",
  );
  return { advice: probability >= sure && !worrying ? "same-person" : "review", patterns };
}

const isAgainst = (name: string): boolean =>
  ["different", "somewhat-alike", "main-word", "alike"].includes(name);
const isOtherNik = (nik: string): boolean =>
  ["different", "other-serial", "one-digit", "two-digits"].includes(nik);
