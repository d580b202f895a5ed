import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";

/** The parts of membership: getting people in, keeping them covered, and rescuing those about to lose it. */
export function MembershipTabs(props: {
  readonly here: "packets" | "cover" | "officers" | "arrears";
  /** Whether the reader may open the board of arrears. */
  readonly seesArrears: boolean;
  readonly seesOfficers: boolean;
}): ReactElement {
  const { here, seesArrears, seesOfficers } = props;
  const t = useTexts(contributionTexts);
  const to = useLocalPath();
  return (
    <LinkTabs
      label={t.sectionLabel}
      choices={[
        { href: to("/kepesertaan"), label: t.sections.packets, current: here === "packets" },
        { href: to("/kepesertaan/perlindungan"), label: t.sections.cover, current: here === "cover" },
        ...(seesOfficers
          ? [{ href: to("/kepesertaan/aparatur"), label: t.sections.officers, current: here === "officers" }]
          : []),
        ...(seesArrears
          ? [{ href: to("/kepesertaan/tunggakan"), label: t.sections.arrears, current: here === "arrears" }]
          : []),
      ]}
    />
  );
}
