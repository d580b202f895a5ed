import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";
import type { VillageTab } from "./village-tabs-of.ts";

const paths = {
  promise: "",
  reports: "/laporan",
  people: "/daftarkan",
  bills: "/tagihan",
  drafts: "/naskah",
} as const satisfies Record<VillageTab, string>;

/** From promise to cover, one page after the other; nothing where there is only one. */
export function VillageTabs(props: {
  readonly here: VillageTab;
  readonly village: string;
  readonly year: number;
  readonly tabs: readonly VillageTab[];
}): ReactElement | null {
  const t = useTexts(commitmentTexts).village.tabs;
  const to = useLocalPath();
  const { here, village, year, tabs } = props;
  if (tabs.length < 2) return null;
  return (
    <LinkTabs
      label={t.label}
      choices={tabs.map((tab) => ({
        href: to(`/anggaran/komitmen/${village}${paths[tab]}?tahun=${year}`),
        label: t[tab],
        current: tab === here,
      }))}
    />
  );
}
