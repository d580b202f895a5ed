import type { PricePreview } from "@tuwai/domain/tariff";
import type { CapRises, RiseShortfalls } from "@tuwai/server/sponsors";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Notice, Table } from "#ui";

type Props = { readonly caps: CapRises; readonly operation: string };

/** Per rise of the price: which mandates allow it, which fall short; beside the nearest, the one action. */
export function RiseCards({ caps, operation }: Props): ReactElement {
  const t = useTexts(tariffTexts).rises;
  if (caps.isTooFew) return <Notice>{t.few}</Notice>;
  return (
    <>
      {caps.rises.map((rise, at) => (
        <RiseCard key={rise.month} rise={rise} caps={caps}>
          {at === 0 && caps.asks !== null && <Asking asks={caps.asks} operation={operation} />}
        </RiseCard>
      ))}
    </>
  );
}

/** What rises next, as a finding of the page: the month, and one worker's price before and after. */
export function useNextRise(preview: PricePreview): string | null {
  const t = useTexts(tariffTexts);
  const language = useLanguage();
  const [, next] = preview.spans;
  const risen = preview.lines.find(({ amounts: [now, then] }) => (now ?? 0) > 0 && (then ?? 0) > now!);
  if (next === undefined || risen === undefined) return null;
  const [now, then] = risen.amounts.map((amount) => formatRupiah(language, amount ?? 0));
  return t.finding(t.preview.sectors[risen.sector], formatMonth(language, next.from), now!, then!);
}

function RiseCard(props: {
  readonly rise: RiseShortfalls;
  readonly caps: CapRises;
  readonly children: ReactElement | false;
}): ReactElement {
  const t = useTexts(tariffTexts).rises;
  const sectors = useTexts(tariffTexts).preview.sectors;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const { month, before, after, total } = props.rise;
  const risen = (["other", "transport"] as const).filter((sector) => after[sector] > before[sector]);
  return (
    <Card title={t.title(formatMonth(language, month))}>
      {risen.map((sector) => (
        <p key={sector}>{t.price(sectors[sector], rupiah(before[sector]), rupiah(after[sector]))}</p>
      ))}
      {total.mandates === 0 && <p>{t.none}</p>}
      {total.mandates > 0 && total.short === 0 && <p>{t.leadEnough}</p>}
      {total.short > 0 && (
        <>
          <Notice tone="err">{t.lead(formatNumber(language, total.short), rupiah(total.shortRupiah))}</Notice>
          {props.caps.isUpperBound && <p className="quiet small">{t.upperBound}</p>}
          <Offices rise={props.rise} />
        </>
      )}
      {props.children}
    </Card>
  );
}

function Offices({ rise: { month, offices, total } }: { readonly rise: RiseShortfalls }): ReactElement {
  const t = useTexts(tariffTexts).rises;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const figure = (key: "mandates" | "enough" | "short") => ({
    key,
    head: t.columns[key],
    number: true,
    cell: (row: RiseShortfalls["offices"][number]) => number(row[key]),
    total: number(total[key]),
  });
  return (
    <Table
      caption={t.caption(formatMonth(language, month))}
      rows={offices}
      keyOf={({ office }) => office}
      columns={[
        { key: "office", head: t.columns.office, cell: ({ office }) => office, total: t.total },
        figure("mandates"),
        figure("enough"),
        figure("short"),
        {
          key: "rupiah",
          head: t.columns.rupiah,
          number: true,
          cell: ({ shortRupiah }) => formatRupiah(language, shortRupiah),
          total: formatRupiah(language, total.shortRupiah),
        },
      ]}
    />
  );
}

function Asking(props: {
  readonly asks: NonNullable<CapRises["asks"]>;
  readonly operation: string;
}): ReactElement {
  const t = useTexts(tariffTexts).rises;
  const language = useLanguage();
  const { open, asked } = props.asks;
  return (
    <>
      {asked > 0 && <p>{t.asked(formatNumber(language, asked))}</p>}
      {open > 0 && (
        <form method="post">
          <OperationField id={props.operation} />
          <p className="quiet">{t.askWhat}</p>
          <Actions>
            <Button>{t.ask(formatNumber(language, open))}</Button>
          </Actions>
        </form>
      )}
    </>
  );
}
