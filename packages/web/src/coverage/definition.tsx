import type { ReactElement } from "react";
import { coverageTexts } from "#language/coverage.ts";
import { useTexts } from "#language/use-texts.ts";

/** What a coverage figure counts, in words; a definition we have no words for is named by its code. */
export function Definition({ code }: { readonly code: string }): ReactElement {
  const t = useTexts(coverageTexts);
  const known: Readonly<Record<string, string>> = t.definitions;
  return (
    <>
      <p>{known[code] ?? t.definition(code)}</p>
      <p>{t.whyOthersDiffer}</p>
    </>
  );
}
