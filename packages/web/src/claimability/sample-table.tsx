import type { VisitPage } from "@tuwai/server/claimability";
import { jakartaDate } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatNumber, formatShortDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { type Column, Table } from "#ui";

type Sample = VisitPage["samples"][number];
const figures = ["drawn", "working", "notWorking", "notFound", "unanswered"] as const;

/** What each sample came to, with the seed by which the same people come out again. */
export function SampleTable({ samples }: { readonly samples: readonly Sample[] }): ReactElement {
  const t = useTexts(claimabilityTexts).visits;
  const language = useLanguage();
  const heads = t.sampleColumns;
  return (
    <>
      <h2>{t.samples}</h2>
      <Table
        caption={t.samplesCaption}
        rows={samples}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "on",
            head: heads.on,
            cell: ({ drawnAt }) => formatShortDate(language, jakartaDate(drawnAt.getTime())),
          },
          {
            key: "of",
            number: true,
            head: heads.of,
            cell: ({ population }) => formatNumber(language, population),
          },
          ...figures.map((figure): Column<Sample> => ({
            key: figure,
            number: true,
            head: heads[figure],
            cell: ({ counts }) => formatNumber(language, counts[figure]),
          })),
          { key: "seed", phone: "wide", head: heads.seed, cell: ({ seed }) => <code>{seed}</code> },
        ]}
      />
    </>
  );
}
