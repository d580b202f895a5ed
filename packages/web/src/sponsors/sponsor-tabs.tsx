import type { ReactElement } from "react";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";

type Place = "waiting" | "matching" | "pledges";

/** The manager's three views of sponsorship. */
export function SponsorTabs({ here }: { readonly here: Place }): ReactElement {
  const t = useTexts(sponsorTexts).tabs;
  const to = useLocalPath();
  const choice = (place: Place, path: string) => ({
    href: to(path),
    label: t[place],
    current: place === here,
  });
  return (
    <LinkTabs
      label={t.label}
      choices={[
        choice("waiting", "/sponsor"),
        choice("matching", "/sponsor/penjodohan"),
        choice("pledges", "/sponsor/mandat"),
      ]}
    />
  );
}
