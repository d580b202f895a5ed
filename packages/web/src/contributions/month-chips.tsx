import { type Month, shiftMonth } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { LinkChips } from "#ui";

/** The month a page is about, and the way to the ones beside it. */
export function MonthChips({
  month,
  at,
}: {
  readonly month: Month;
  readonly at: (month: Month) => string;
}): ReactElement {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  return (
    <LinkChips
      label={t.otherMonths}
      choices={[shiftMonth(month, -1), month, shiftMonth(month, 1)].map((each) => ({
        href: at(each),
        label: formatMonth(language, each),
        ...(each === month ? { current: true } : {}),
      }))}
    />
  );
}
