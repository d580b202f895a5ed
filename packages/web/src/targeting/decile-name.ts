import type { DecileSpan } from "@tuwai/domain/targeting";
import { targetingTexts } from "#language/targeting.ts";
import { useTexts } from "#language/use-texts.ts";

/** "Desil 3", "Desil 1–4", "Tanpa desil". */
export function useDecileName(): (span: DecileSpan) => string {
  const t = useTexts(targetingTexts).deciles;
  return ({ from, to }) => {
    if (from === null || to === null) return t.unknown;
    return from === to ? t.decile(String(to)) : t.span(String(from), String(to));
  };
}
