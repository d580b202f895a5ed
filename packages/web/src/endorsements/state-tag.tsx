import type { ReactElement } from "react";
import { eligibilityTexts } from "#language/eligibility.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag } from "#ui";

const tags = {
  draft: "waiting",
  proposed: "decision",
  approved: "active",
  returned: "arrears",
  withdrawn: "waiting",
} as const;

export function StateTag({ state }: { readonly state: keyof typeof tags }): ReactElement {
  const t = useTexts(eligibilityTexts);
  return <Tag status={tags[state]}>{t.states[state]}</Tag>;
}
