import type { DecileShare } from "@tuwai/domain/targeting";
import type { ReactElement } from "react";
import { formatNumber, formatPercent } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";
import { useDecileName } from "./decile-name.ts";
import styles from "./targeting.module.css";

type Props = { readonly deciles: readonly DecileShare[] };

/** One track for each decile: who is covered within who is listed within all its workers. */
export function DecileBars({ deciles }: Props): ReactElement {
  const t = useTexts(targetingTexts).deciles;
  const language = useLanguage();
  const name = useDecileName();
  const percent = (part: number, whole: number) => formatPercent(language, (100 * part) / whole, 0);
  if (deciles.length === 0) return <p>{t.none}</p>;
  return (
    <figure className={styles["figure"]}>
      <figcaption>
        <ul className="legend">
          <li>
            <svg viewBox="0 0 18 14" aria-hidden="true">
              <rect width="18" height="14" fill="#0c6373" />
            </svg>
            {t.covered}
          </li>
          <li>
            <svg viewBox="0 0 18 14" aria-hidden="true">
              <Stripes />
              <rect width="18" height="14" fill="url(#desil-garis)" />
            </svg>
            {t.listed}
          </li>
        </ul>
      </figcaption>
      <ul className={styles["rows"]}>
        {deciles.map((share) => (
          <li key={`${share.from}-${share.to}`} className={styles["row"]}>
            <strong>{name(share)}</strong>
            {share.listed === null || share.covered === null ? (
              <span className="quiet">{t.hidden}</span>
            ) : (
              <>
                <Track covered={share.covered / share.people} listed={share.listed / share.people} />
                <span>
                  {t.value(percent(share.covered, share.people), percent(share.listed, share.people))}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      <Disclosure summary={t.table}>
        <DecileTable deciles={deciles} />
      </Disclosure>
    </figure>
  );
}

function Stripes() {
  return (
    <pattern
      id="desil-garis"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill="#d5ebe9" />
      <rect width="2" height="6" fill="#0c4757" />
    </pattern>
  );
}

const at = (share: number) => `${(share * 100).toFixed(2)}%`;

function Track({ covered, listed }: { readonly covered: number; readonly listed: number }) {
  return (
    <svg className={styles["track"]} aria-hidden="true">
      <rect width="100%" height="16" y="3" fill="#fff" stroke="#8d8473" />
      <rect width={at(listed)} height="16" y="3" fill="url(#desil-garis)" />
      <rect width={at(covered)} height="16" y="3" fill="#0c6373" />
    </svg>
  );
}

function DecileTable({ deciles }: Props) {
  const t = useTexts(targetingTexts).deciles;
  const language = useLanguage();
  const name = useDecileName();
  const cell = (share: DecileShare, value: number | null) =>
    share.listed === null || value === null ? t.hidden : formatNumber(language, value);
  return (
    <Table
      caption={t.caption}
      rows={deciles}
      keyOf={({ from, to }) => `${from}-${to}`}
      columns={[
        { key: "decile", head: t.columns.decile, cell: name },
        { key: "people", head: t.columns.people, number: true, cell: (row) => cell(row, row.people) },
        { key: "listed", head: t.columns.listed, number: true, cell: (row) => cell(row, row.listed) },
        { key: "covered", head: t.columns.covered, number: true, cell: (row) => cell(row, row.covered) },
      ]}
    />
  );
}
