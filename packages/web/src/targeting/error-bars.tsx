import type { TargetingErrors } from "@tuwai/server/targeting";
import type { ReactElement } from "react";
import { formatDate, formatNumber, formatPercent } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";
import styles from "./targeting.module.css";

export type Before = (TargetingErrors & { readonly asOf: string | null }) | null;
type Props = {
  readonly errors: TargetingErrors;
  readonly before: Before;
  readonly least: number;
};

const kinds = ["exclusion", "inclusion"] as const;

/** Both errors on a track from 0 to 100 %: a dot, a thick bar as if every link were right, a thin one with what links leave open. */
export function ErrorBars({ errors, before, least }: Props): ReactElement {
  const t = useTexts(targetingTexts).errors;
  const language = useLanguage();
  const percent = (share: number) => formatPercent(language, share * 100);
  const number = (n: number) => formatNumber(language, Math.round(n));
  return (
    <figure className={styles["figure"]}>
      <figcaption>
        <Legend />
      </figcaption>
      <ul className={styles["rows"]}>
        {kinds.map((kind) => {
          const error = errors[kind];
          return (
            <li key={kind} className={styles["row"]}>
              <strong>{t.names[kind]}</strong>
              {error === null ? <span /> : <Track error={error} />}
              <span>
                {error === null ? (
                  t.hidden(number(least))
                ) : (
                  <>
                    <strong>{percent(error.share)}</strong>{" "}
                    {t.between(percent(error.low), percent(error.high))}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Disclosure summary={t.caption}>
        <ErrorTable errors={errors} before={before} />
      </Disclosure>
      {before === null && <p className="quiet small">{t.beforeUnknown}</p>}
      {before?.asOf && before.exclusion && (
        <p className="quiet small">
          {t.names.exclusion}: {t.before(percent(before.exclusion.share), formatDate(language, before.asOf))}
        </p>
      )}
    </figure>
  );
}

type Known = NonNullable<TargetingErrors["exclusion"]>;

const at = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Positions are shares of the width, so that nothing is scaled. */
function Track({ error }: { readonly error: Known }) {
  return (
    <svg className={styles["track"]} aria-hidden="true">
      <line x1="0" x2="100%" y1="11" y2="11" stroke="#cbc3b5" strokeWidth="1" />
      <line x1={at(error.low)} x2={at(error.high)} y1="11" y2="11" stroke="#0c4757" strokeWidth="3" />
      <line x1={at(error.low)} x2={at(error.low)} y1="5" y2="17" stroke="#0c4757" strokeWidth="2" />
      <line x1={at(error.high)} x2={at(error.high)} y1="5" y2="17" stroke="#0c4757" strokeWidth="2" />
      <line
        x1={at(error.sampling.low)}
        x2={at(error.sampling.high)}
        y1="11"
        y2="11"
        stroke="#0c6373"
        strokeWidth="10"
      />
      <circle cx={at(error.share)} cy="11" r="5" fill="#fff" stroke="#0c4757" strokeWidth="2" />
    </svg>
  );
}

function Legend() {
  const t = useTexts(targetingTexts).errors.legend;
  return (
    <ul className="legend">
      <li>
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <circle cx="9" cy="7" r="4" fill="#fff" stroke="#0c4757" strokeWidth="2" />
        </svg>
        {t.share}
      </li>
      <li>
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <line x1="1" x2="17" y1="7" y2="7" stroke="#0c6373" strokeWidth="8" />
        </svg>
        {t.sampling}
      </li>
      <li>
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <path d="M1 2v10M17 2v10M1 7h16" stroke="#0c4757" strokeWidth="2" fill="none" />
        </svg>
        {t.outer}
      </li>
    </ul>
  );
}

function ErrorTable({ errors, before }: Pick<Props, "errors" | "before">) {
  const t = useTexts(targetingTexts).errors;
  const language = useLanguage();
  const percent = (share: number) => formatPercent(language, share * 100);
  const number = (n: number) => formatNumber(language, Math.round(n));
  const of = (kind: (typeof kinds)[number]) => errors[kind];
  return (
    <Table
      caption={t.caption}
      rows={kinds.filter((kind) => of(kind) !== null)}
      keyOf={(kind) => kind}
      columns={[
        { key: "error", head: t.columns.error, cell: (kind) => t.names[kind] },
        { key: "share", head: t.columns.share, number: true, cell: (kind) => percent(of(kind)!.share) },
        {
          key: "people",
          head: t.columns.people,
          cell: (kind) => t.of(number(of(kind)!.part), number(of(kind)!.whole)),
        },
        {
          key: "outer",
          head: t.columns.outer,
          cell: (kind) => t.sampling(percent(of(kind)!.low), percent(of(kind)!.high)),
        },
        {
          key: "sampling",
          head: t.columns.sampling,
          cell: (kind) => t.sampling(percent(of(kind)!.sampling.low), percent(of(kind)!.sampling.high)),
        },
        {
          key: "before",
          head: t.columns.before,
          cell: (kind) => {
            const was = before?.[kind];
            return was === undefined || was === null ? "–" : percent(was.share);
          },
        },
      ]}
    />
  );
}
