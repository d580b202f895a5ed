import type { LinkSample } from "@tuwai/server/link-samples";
import type { ReactElement } from "react";
import { formatDate, formatNumber, formatPercent } from "#language/format.ts";
import { linkSampleTexts } from "#language/link-samples.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./link-samples.module.css";
import { Card, DescriptionList, Table } from "#ui";

type Shown = Omit<LinkSample, "drawnAt" | "filledAt"> & { readonly on: string; readonly isFilled: boolean };

/** One sample: what it measured, how each band was answered, and by what it can be drawn again. */
export function SampleCard({ sample }: { readonly sample: Shown }): ReactElement {
  const t = useTexts(linkSampleTexts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const percent = (share: number) => formatPercent(language, share * 100);
  const said = (interval: LinkSample["precision"]) =>
    interval === null
      ? t.unknown
      : t.interval(percent(interval.share), percent(interval.low), percent(interval.high));
  const on = formatDate(language, sample.on);
  const bands = sample.bands.filter(({ size }) => size > 0);
  const counts = (["size", "drawn", "same", "different", "unsure", "without"] as const).map((key) => ({
    key,
    head: t.columns[key],
    number: true,
    cell: (band: (typeof bands)[number]) => number(band[key]),
  }));
  return (
    <Card title={t.sample(on)}>
      {!sample.isFilled && <p>{t.finding.drawing}</p>}
      <DescriptionList
        facts={[
          { name: t.precision, value: said(sample.precision) },
          { name: t.recall, value: said(sample.recall) },
        ]}
      />
      {bands.length > 0 && (
        <Table
          caption={t.caption(on)}
          rows={bands}
          keyOf={({ band }) => band}
          columns={[{ key: "band", head: t.columns.band, cell: ({ band }) => t.bands[band] }, ...counts]}
        />
      )}
      <p className={`quiet small ${styles["recipe"]}`}>{t.recipe(sample.model, sample.seed)}</p>
    </Card>
  );
}
