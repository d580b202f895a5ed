import type { ExactCoverage } from "@tuwai/server/coverage";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Table } from "#ui";

type Village = ExactCoverage["villages"][number];

/** What is estimated and what is listed, side by side; who has not sent a list is named, first. */
export function VillageTab({ villages }: { readonly villages: readonly Village[] }): ReactElement {
  const t = useTexts(indicatorDeskTexts).villages;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const isSilent = ({ denominator }: Village) => denominator === 0;
  const silent = villages.filter(isSilent).length;
  const remark = (village: Village) => {
    if (isSilent(village)) return t.noList;
    return village.isEstimateTooLow ? t.tooLow(number(village.denominator)) : "";
  };
  return (
    <Card title={silent === 0 ? t.allSent : t.title(number(silent), number(villages.length))}>
      <Table
        caption={t.caption}
        keyOf={({ code }) => code}
        regionOf={({ code }) => code}
        rows={villages.toSorted((a, b) => Number(isSilent(b)) - Number(isSilent(a)))}
        columns={[
          { key: "village", head: t.columns.village, cell: ({ name }) => name },
          {
            key: "estimate",
            head: t.columns.estimate,
            cell: ({ estimate }) => (estimate === null ? t.unknown : number(estimate.middle)),
            number: true,
          },
          {
            key: "range",
            head: t.columns.range,
            cell: ({ estimate }) =>
              estimate === null ? "" : t.between(number(estimate.low), number(estimate.high)),
            number: true,
            phone: "left-out",
          },
          {
            key: "listed",
            head: t.columns.listed,
            cell: ({ denominator }) => number(denominator),
            number: true,
          },
          {
            key: "covered",
            head: t.columns.covered,
            cell: ({ numerator }) => number(numerator),
            number: true,
          },
          { key: "remark", head: t.columns.remark, cell: remark, phone: "wide" },
        ]}
      />
    </Card>
  );
}
