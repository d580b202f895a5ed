import { terbilang } from "@tuwai/domain/money";
import type { ShownMinutes } from "@tuwai/server/minutes";
import type { ReactElement } from "react";
import { formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure } from "#ui";
import styles from "./sum-card.module.css";

type Props = { readonly minutes: ShownMinutes; readonly withGaps: boolean };

/** Names that are read at a glance; more of them are opened. */
const few = 6;

/** The one number of the paper in figures and words, of whom it is, and what the paper lacks. */
export function SumCard({ minutes, withGaps }: Props): ReactElement {
  const t = useTexts(minutesTexts);
  const language = useLanguage();
  const { sums, snapshotName, takenAt } = minutes;
  const n = (value: number) => formatNumber(language, value);
  const rupiah = (value: number) => formatRupiah(language, value);
  return (
    <Card title={t.sum.title}>
      <p className={styles["sum"]}>{rupiah(sums.rupiah)}</p>
      <p>{t.sum.inWords(terbilang(sums.rupiah))}</p>
      <p>{t.sum.of(n(sums.declared), n(sums.villages), n(sums.heads))}</p>
      {sums.awaiting > 0 && <p>{t.sum.awaiting(n(sums.awaiting), rupiah(sums.awaitingRupiah))}</p>}
      {sums.objected > 0 && <p>{t.sum.objected(n(sums.objected), rupiah(sums.objectedRupiah))}</p>}
      {sums.silent.length > 0 && (
        <Disclosure summary={t.sum.silentOf(n(sums.silent.length))} isOpen={sums.silent.length <= few}>
          <p>{sums.silent.join(", ")}</p>
        </Disclosure>
      )}
      {withGaps && <Gaps gaps={minutes.gaps} />}
      <p className="quiet small">{t.snapshot(snapshotName, formatInstant(language, takenAt))}</p>
    </Card>
  );
}

function Gaps({ gaps }: Pick<ShownMinutes, "gaps">) {
  const t = useTexts(minutesTexts).gaps;
  const language = useLanguage();
  if (gaps.length === 0) return <p>{t.none}</p>;
  return (
    <Disclosure summary={t.title(formatNumber(language, gaps.length))} isOpen>
      <ul>
        {gaps.map(({ gap, count }) => (
          <li key={gap}>{t.says[gap](formatNumber(language, count))}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
