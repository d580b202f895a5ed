import type { ReactElement } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";

const paths = {
  list: "/tindak-lanjut",
  kecamatan: "/tindak-lanjut?tampilan=kecamatan",
  days: "/tindak-lanjut?tampilan=kalender",
  standing: "/tindak-lanjut/tetap",
} as const;

/** The views of follow-ups. */
export function FollowUpTabs({ here }: { readonly here: keyof typeof paths }): ReactElement {
  const t = useTexts(followUpTexts).views;
  const to = useLocalPath();
  return (
    <LinkTabs
      label={t.label}
      choices={(Object.keys(paths) as (keyof typeof paths)[]).map((key) => ({
        href: to(paths[key]),
        label: t[key],
        current: key === here,
      }))}
    />
  );
}
