import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";
import type { SeenTabs } from "./seen-tabs.ts";

const paths = {
  list: "/anggaran/komitmen",
  evaluation: "/anggaran/komitmen/evaluasi",
  rules: "/anggaran/komitmen/aturan",
} as const;

/** The pages of commitments that this reader has; nothing where there is only one. */
export function CommitmentTabs(props: {
  readonly here: keyof typeof paths;
  readonly seen: SeenTabs;
}): ReactElement | null {
  const t = useTexts(commitmentTexts).tabs;
  const to = useLocalPath();
  const { here, seen } = props;
  const shown = (["list", "evaluation", "rules"] as const).filter((tab) => tab === "list" || seen[tab]);
  if (shown.length < 2) return null;
  return (
    <LinkTabs
      label={t.label}
      choices={shown.map((tab) => ({ href: to(paths[tab]), label: t[tab], current: tab === here }))}
    />
  );
}
