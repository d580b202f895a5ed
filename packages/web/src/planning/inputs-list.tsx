import type { PlanInputs } from "@tuwai/domain/planner";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { DescriptionList } from "#ui";
import { inputFields } from "./plan-query.ts";

export const inputText = (field: keyof PlanInputs, value: number, language: Language): string =>
  field === "budget" ? formatRupiah(language, value) : formatNumber(language, value);

/** What was asked for; wishes of nothing are left out. */
export function InputsList({ inputs }: { readonly inputs: PlanInputs }): ReactElement {
  const t = useTexts(planningTexts).form;
  const language = useLanguage();
  return (
    <DescriptionList
      facts={inputFields
        .filter((field) => inputs[field] > 0)
        .map((field) => ({ name: t[field], value: inputText(field, inputs[field], language) }))}
    />
  );
}
