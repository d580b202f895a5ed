import type { ReactElement } from "react";
import { replacementTexts } from "#language/replacements.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";

type Place = "waiting" | "matching" | "replacements" | "pledges";

/** The manager's four views of sponsorship. */
export function SponsorTabs({ here }: { readonly here: Place }): ReactElement {
  const t = useTexts(sponsorTexts).tabs;
  const { title: replacements } = useTexts(replacementTexts);
  const to = useLocalPath();
  const choice = (place: Place, path: string, label: string) => ({
    href: to(path),
    label,
    current: place === here,
  });
  return (
    <LinkTabs
      label={t.label}
      choices={[
        choice("waiting", "/sponsor", t.waiting),
        choice("matching", "/sponsor/penjodohan", t.matching),
        choice("replacements", "/sponsor/pengganti", replacements),
        choice("pledges", "/sponsor/mandat", t.pledges),
      ]}
    />
  );
}
