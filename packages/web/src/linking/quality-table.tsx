import type { ReactElement } from "react";
import type { LinkingQuality } from "@tuwai/server/link-review";
import type { RegistryKind } from "@tuwai/server/linking";
import { formatNumber, formatPercent } from "#language/format.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, type Column } from "#ui";
import { writeLinkQuery } from "#link-review";

type Village = LinkingQuality["villages"][number];
type Props = { readonly villages: readonly Village[]; readonly registry: RegistryKind };

/** How far one registry is linked, village by village, with the city as last line. Numbers lead to the questions. */
export function QualityTable({ villages, registry }: Props): ReactElement {
  const { quality: t, kinds } = useTexts(linkingTexts);
  const { counted, asked, share } = useColumns({ villages, registry });
  return (
    <Table
      caption={
        <>
          {t.caption(kinds[registry])} <span className="quiet small">{t.captionNote}</span>
        </>
      }
      rows={villages}
      keyOf={({ code }) => code}
      regionOf={({ code }) => code}
      columns={[
        { key: "village", head: t.columns.village, cell: ({ name }) => name, total: t.total },
        asked("open", ({ registries }) => registries[registry].open),
        share,
        counted("persons", ({ persons }) => persons),
        counted("automatic", ({ registries }) => registries[registry].automatic),
        counted("decided", ({ registries }) => registries[registry].decided),
        counted("unlinked", ({ registries }) => registries[registry].unlinked),
        asked("duplicates", ({ openDuplicates }) => openDuplicates),
      ]}
    />
  );
}

type Count = (village: Village) => number;
const persons: Count = (village) => village.persons;
type Key = keyof typeof linkingTexts.id.quality.columns;

function useColumns({ villages, registry }: Props) {
  const t = useTexts(linkingTexts).quality;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (value: number): string => formatNumber(language, value);
  const sum = (of: Count): number => villages.reduce((total, village) => total + of(village), 0);
  const counted = (key: Key, of: Count): Column<Village> => ({
    key,
    head: t.columns[key],
    number: true,
    cell: (village) => number(of(village)),
    total: number(sum(of)),
  });
  const asked = (key: "open" | "duplicates", of: Count): Column<Village> => ({
    ...counted(key, of),
    cell: (village) => {
      const kind = key === "open" ? registry : "person";
      const href = to("/padan/antrean") + writeLinkQuery({ kind, village: village.code });
      const shown = number(of(village));
      const label = t.openOf(village.name, shown);
      return of(village) === 0 ? (
        shown
      ) : (
        <a href={href} aria-label={label}>
          {shown}
        </a>
      );
    },
  });
  const percent = (linked: number, of: number): string =>
    of === 0 ? t.nobody : formatPercent(language, (100 * linked) / of, 0);
  const linked: Count = ({ registries }) => registries[registry].automatic + registries[registry].decided;
  const share: Column<Village> = {
    key: "share",
    head: t.columns.share,
    number: true,
    cell: (village) => percent(linked(village), village.persons),
    total: percent(sum(linked), sum(persons)),
  };
  return { counted, asked, share };
}
