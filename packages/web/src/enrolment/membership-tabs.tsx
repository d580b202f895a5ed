import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";

/** The two halves of membership: getting people in, and keeping them covered. */
export function MembershipTabs({ here }: { readonly here: "packets" | "cover" }): ReactElement {
  const t = useTexts(contributionTexts);
  const to = useLocalPath();
  return (
    <LinkTabs
      label={t.sectionLabel}
      choices={[
        { href: to("/kepesertaan"), label: t.sections.packets, current: here === "packets" },
        { href: to("/kepesertaan/perlindungan"), label: t.sections.cover, current: here === "cover" },
      ]}
    />
  );
}
