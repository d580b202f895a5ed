import type { ReactElement } from "react";
import { highlightTexts } from "#language/highlights.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Icon, Seam } from "#ui";
import styles from "./highlights.module.css";
import type { PaceCard } from "./pace-chart.ts";
import type { Told } from "./tell-highlights.ts";

const stitches = 25;
const helped = 3;

/** A bar on a track, from 0 to 100; its number always stands beside it in words. */
export function Share({
  percent,
  isHollow = false,
}: {
  readonly percent: number;
  readonly isHollow?: boolean;
}): ReactElement {
  return (
    <svg className={styles["track"]} width="100%" height="12" aria-hidden="true">
      <rect className={styles["rail"]} width="100%" height="12" rx="2" />
      <rect
        className={isHollow ? styles["hollow"] : styles["fill"]}
        width={`${Math.max(0.5, Math.round(percent * 10) / 10)}%`}
        height="12"
        rx="2"
      />
    </svg>
  );
}

/** Where the pace leads; both sizes of the drawing, of which the style sheet shows one. */
export function PaceFigure({ pace }: { readonly pace: PaceCard }): ReactElement {
  return (
    <figure className="card chart-figure" id="laju">
      <figcaption>
        <h2>{pace.title}</h2>
        {pace.notes !== "" && <p className="quiet small">{pace.notes}</p>}
      </figcaption>
      <div className="drawn">
        <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: pace.drawn.narrow }} />
        <div className="chart-wide" dangerouslySetInnerHTML={{ __html: pace.drawn.wide }} />
      </div>
      {pace.bars.length > 0 && (
        <ul className={styles["versus"]}>
          {pace.bars.map(({ name, text, share, isNeeded }) => (
            <li key={name}>
              <span>{name}</span>
              <b>{text}</b>
              <Share percent={share} isHollow={isNeeded} />
            </li>
          ))}
        </ul>
      )}
      <p className="quiet small">{pace.note}</p>
    </figure>
  );
}

type DecisionsProps = {
  readonly decisions: Told["decisions"];
  /** Those whose list the reader may open. */
  readonly doors: readonly string[];
};

export function Decisions({ decisions, doors }: DecisionsProps): ReactElement {
  const t = useTexts(highlightTexts).decisions;
  const to = useLocalPath();
  return (
    <section className="stack" aria-labelledby="keputusan">
      <h2 id="keputusan">{t.title}</h2>
      <ol className={styles["decisions"]}>
        {decisions.map(({ name, path, number, text, note }) => {
          const said = (
            <>
              <span className={styles["big"]}>{number}</span>
              <span>
                <b>{text}</b>
                <span className="quiet small">{note}</span>
              </span>
            </>
          );
          return (
            <li key={name}>
              {doors.includes(name) ? (
                <a href={to(path)}>
                  {said}
                  <Icon name="right" />
                </a>
              ) : (
                <div>{said}</div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function HelpCard({ help }: { readonly help: Told["help"] }): ReactElement {
  const t = useTexts(highlightTexts).help;
  const to = useLocalPath();
  return (
    <section className="card" aria-labelledby="bantu">
      <div className={styles["section-head"]}>
        <h2 id="bantu">{t.title}</h2>
        <a className="small" href={to("/dasbor#desa")}>
          {t.all(help.villages)}
        </a>
      </div>
      {help.rows.length === 0 && <p>{t.none}</p>}
      <ul className={styles["help"]}>
        {help.rows.slice(0, helped).map((row) => (
          <li key={row.code}>
            <span>
              <b>
                <a href={to(`/dasbor/${row.kecamatanCode}/${row.code}`)}>{row.name}</a>
              </b>{" "}
              <span className="quiet small">{row.kecamatan}</span>
            </span>
            <b>{row.shareText}</b>
            <Seam count={Math.round((row.share / 100) * stitches)} of={stitches} />
            <span className="quiet small">{row.note}</span>
          </li>
        ))}
      </ul>
      {help.best.length > 0 && (
        <p className="small">
          {t.best} {help.best.map(({ name, text }) => `${name} ${text}`).join(", ")}.
        </p>
      )}
    </section>
  );
}

export function MoneyCard({ money }: { readonly money: Told["money"] }): ReactElement {
  return (
    <section className={`card ${styles["money"]}`} aria-labelledby="uang">
      <h2 id="uang">{money.title}</h2>
      <MoneyBars money={money} />
    </section>
  );
}

export function MoneyBars({ money }: { readonly money: Told["money"] }): ReactElement {
  return (
    <ul className={styles["bars"]}>
      {money.rows.map(({ name, text, share, note }) => (
        <li key={name}>
          <span>{name}</span>
          <b>{text}</b>
          <Share percent={share} />
          <span className="quiet small">{note}</span>
        </li>
      ))}
    </ul>
  );
}
