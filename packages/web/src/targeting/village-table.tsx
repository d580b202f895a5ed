import type { Targeting } from "@tuwai/server/targeting";
import type { ReactElement } from "react";
import { formatNumber, formatPercent } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Table } from "#ui";

type Props = Pick<Targeting, "villages" | "withoutRegister"> & { readonly canList: boolean };

/** Village by village, most poor workers without cover first; for data officers the way to the list with names. */
export function VillageTable({ villages, withoutRegister, canList }: Props): ReactElement {
  const t = useTexts(targetingTexts).villages;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, Math.round(n));
  const percent = (share: number) => formatPercent(language, share * 100, 0);
  const rows = villages.toSorted((a, b) => (b.exclusion?.part ?? 0) - (a.exclusion?.part ?? 0));
  const isTold = villages.some(({ poorWorkers, exclusion }) => poorWorkers !== null || exclusion !== null);
  if (!isTold && !canList)
    return (
      <Card title={t.title}>
        <p>{t.none}</p>
      </Card>
    );
  const list = {
    key: "list",
    head: t.columns.list,
    cell: ({ code, name }: (typeof rows)[number]) => (
      <a href={to(`/dasbor/sasaran/${code}`)} aria-label={t.openOf(name)}>
        {t.open}
      </a>
    ),
  };
  return (
    <Card title={t.title}>
      <Table
        caption={t.caption}
        rows={rows}
        keyOf={({ code }) => code}
        regionOf={({ code }) => code}
        columns={[
          { key: "village", head: t.columns.village, cell: ({ name }) => name },
          {
            key: "workers",
            head: t.columns.workers,
            number: true,
            cell: ({ poorWorkers }) => (poorWorkers === null ? t.few : number(poorWorkers)),
          },
          {
            key: "missed",
            head: t.columns.missed,
            number: true,
            cell: ({ exclusion }) =>
              exclusion === null ? t.few : `${number(exclusion.part)} (${percent(exclusion.share)})`,
          },
          {
            key: "interval",
            head: t.columns.interval,
            number: true,
            cell: ({ exclusion }) =>
              exclusion === null ? t.few : `${percent(exclusion.low)}–${percent(exclusion.high)}`,
          },
          ...(canList ? [list] : []),
        ]}
      />
      {withoutRegister.length > 0 && (
        <Disclosure summary={t.without(number(withoutRegister.length))}>
          <p>{withoutRegister.map(({ name }) => name).join(", ")}</p>
        </Disclosure>
      )}
    </Card>
  );
}
