import type { ReactElement, ReactNode } from "react";
import { formatNumber, formatPercent } from "#language/format.ts";
import { highlightTexts } from "#language/highlights.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Mark } from "#frame";
import { useNonce, useSite } from "#shell";
import { Seam, Stitches } from "#ui";
import { MoneyBars } from "./highlight-cards.tsx";
import type { PaceCard } from "./pace-chart.ts";
import styles from "./slides.module.css";
import type { Told } from "./tell-highlights.ts";

type SlidesProps = {
  readonly shown: number;
  readonly told: Told;
  readonly pace: PaceCard;
  readonly readOn: string;
};

const stitches = 30;

/** Dark, without scrolling, nothing small: the one asked for is shown, the others wait in the same page for an arrow key. */
export function Slides({ shown, told, pace, readOn }: SlidesProps): ReactElement {
  const nonce = useNonce();
  const parts = [
    <NumberSlide key="angka" told={told} pace={pace} />,
    <TrendSlide key="tren" pace={pace} />,
    <HelpSlide key="bantu" told={told} />,
    <MoneySlide key="uang" told={told} />,
    <ArrearsSlide key="tunggakan" told={told} />,
    <DecideSlide key="putusan" told={told} />,
  ];
  return (
    <main id="main" tabIndex={-1} className={styles["wall"]} data-slides>
      {parts.map((part, at) => (
        <section
          key={part.key}
          className={styles["slide"]}
          data-slide={at + 1}
          hidden={at + 1 !== shown}
          aria-roledescription="slide"
        >
          <Head told={told} isFirst={at + 1 === shown} />
          {part}
          <Foot at={at + 1} count={parts.length} told={told} readOn={readOn} />
        </section>
      ))}
      <script async src="/layar.js" {...(nonce === undefined ? {} : { nonce })} />
    </main>
  );
}

function Head({ told, isFirst }: { readonly told: Told; readonly isFirst: boolean }): ReactElement {
  const t = useTexts(highlightTexts).screen;
  const to = useLocalPath();
  const { isSample } = useSite();
  return (
    <header className={styles["head"]} data-first={isFirst}>
      <a className={styles["brand"]} href={to("/sorot")}>
        <Mark />
        <span>
          {told.city}
          {isSample && ` · ${t.sample}`}
          <span className="hidden-visually">. {t.back}</span>
        </span>
      </a>
      <span>{told.when}</span>
    </header>
  );
}

type FootProps = {
  readonly at: number;
  readonly count: number;
  readonly told: Told;
  readonly readOn: string;
};

function Foot({ at, count, told, readOn }: FootProps): ReactElement {
  const t = useTexts(highlightTexts);
  const to = useLocalPath();
  const href = (n: number) => to(`/sorot/layar?layar=${((n - 1 + count) % count) + 1}`);
  return (
    <footer className={styles["foot"]}>
      <span>
        {told.source.split(". ")[0]} · {t.screen.snapshot(readOn)}
      </span>
      <nav aria-label={t.screen.nav} className={styles["nav"]}>
        <a href={href(at - 1)} data-go="-1" title={t.screen.keys}>
          {t.screen.previous}
        </a>
        <span>{t.screen.at(String(at))}</span>
        <Seam count={at} of={count} />
        <a href={href(at + 1)} data-go="1" title={t.screen.keys}>
          {t.screen.next}
        </a>
      </nav>
    </footer>
  );
}

function NumberSlide({ told, pace }: Pick<SlidesProps, "told" | "pace">): ReactElement {
  const t = useTexts(highlightTexts).screen;
  return (
    <div className={styles["pair"]}>
      <div>
        {told.share !== null && (
          <p className={styles["number"]}>
            {Math.round(told.share)}
            <small>{t.outOf}</small>
          </p>
        )}
        <h1>{told.estimate === null ? t.protectedListed : t.protectedWorkers}</h1>
        {told.share !== null && <Stitches percent={told.share} />}
      </div>
      <figure>
        <figcaption>{pace.title}</figcaption>
        <Drawn svg={pace.drawn.wide} />
      </figure>
    </div>
  );
}

function TrendSlide({ pace }: Pick<SlidesProps, "pace">): ReactElement {
  return (
    <div className={styles["one"]}>
      <h1>{pace.title}</h1>
      <Drawn svg={pace.drawn.wide} />
      <ul className={styles["facts"]}>
        {pace.bars.map(({ name, text }) => (
          <li key={name}>
            <b>{text}</b> <span>{name}</span>
          </li>
        ))}
      </ul>
      <p className={styles["quiet"]}>{[pace.notes, pace.note].filter((part) => part !== "").join(" ")}</p>
    </div>
  );
}

function HelpSlide({ told }: Pick<SlidesProps, "told">): ReactElement {
  const t = useTexts(highlightTexts);
  return (
    <div className={styles["one"]}>
      <h1>{t.screen.helpFirst}</h1>
      <ol className={styles["rows"]}>
        {told.help.rows.map((row) => (
          <li key={row.code}>
            <span>
              <b>{row.name}</b> <small>{row.note}</small>
            </span>
            <b className={styles["gold"]}>{row.shareText}</b>
            <Seam count={Math.round((row.share / 100) * stitches)} of={stitches} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function MoneySlide({ told }: Pick<SlidesProps, "told">): ReactElement {
  return (
    <div className={styles["one"]}>
      <h1>{told.money.title}</h1>
      <div className={styles["money"]}>
        <MoneyBars money={told.money} />
      </div>
    </div>
  );
}

function ArrearsSlide({ told }: Pick<SlidesProps, "told">): ReactElement {
  const t = useTexts(highlightTexts).screen;
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const { people, leaving, onTime } = told.arrears;
  return (
    <div className={styles["one"]}>
      <h1>{t.arrears(number(people))}</h1>
      <Facts
        lines={[
          ...(onTime === null ? [] : [t.onTime(formatPercent(language, onTime, 0), told.month)]),
          t.arrearsOut(number(leaving)),
        ]}
      />
    </div>
  );
}

function Facts({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <ul className={styles["lines"]}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function DecideSlide({ told }: Pick<SlidesProps, "told">): ReactElement {
  const t = useTexts(highlightTexts).screen;
  return (
    <div className={styles["one"]}>
      <h1>{t.decide}</h1>
      <ol className={styles["three"]}>
        {told.decisions.map(({ name, number, text, note }) => (
          <li key={name}>
            <b>{number}</b>
            <span>
              {text}
              <small>{note}</small>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Drawn({ svg }: { readonly svg: string }): ReactNode {
  return <div className={styles["drawn"]} dangerouslySetInnerHTML={{ __html: svg }} />;
}
