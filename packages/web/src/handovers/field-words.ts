import type { HandoverField } from "@tuwai/domain/handovers";
import { aftercareTexts } from "#language/aftercare.ts";
import { handoverTexts } from "#language/handovers.ts";
import { useTexts } from "#language/use-texts.ts";

type Given = { readonly field: HandoverField; readonly value: string };
type Villages = readonly { readonly code: string; readonly name: string }[];

/** The name and the words of a field that was handed over. */
export function useFieldWords(
  villages: Villages,
): (given: Given) => { readonly name: string; readonly value: string } {
  const t = useTexts(handoverTexts);
  const { needs } = useTexts(aftercareTexts);
  const levels: Readonly<Record<string, string>> = t.levels;
  const words: Partial<Record<HandoverField, (value: string) => string | undefined>> = {
    age: t.years,
    village: (value) => villages.find(({ code }) => code === value)?.name,
    level: (value) => levels[value],
    need: (value) => (needs as Readonly<Record<string, string>>)[value],
  };
  return ({ field, value }) => ({
    name: t.fields[field],
    value: value === "" ? t.unknown : (words[field]?.(value) ?? value),
  });
}
