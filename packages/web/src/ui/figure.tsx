import type { ReactElement, ReactNode } from "react";
import { formatDate, formatMonth, formatNumber, formatTime } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { sourceInWords } from "#language/source-words.ts";
import { uiTexts } from "#language/ui.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure } from "./page.tsx";
import { Stitches } from "./stitches.tsx";

/** A share that says what it is made of. Dates are civil dates (YYYY-MM-DD); null where nothing is known yet. */
export type HonestShare = {
  /** Null also where there are too few people for a percentage: then the parts speak alone. */
  readonly percent: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly asOf: { readonly numerator: string | null; readonly denominator: string | null };
  readonly sources: readonly string[];
  readonly unchangedSince: string | null;
  /** The complete month that a release tells, and the day on which it was published. */
  readonly release?: { readonly month: string; readonly on: string } | undefined;
  /** When the number was read, while the database does not answer and it is the last one that it gave. */
  readonly held?: { readonly at: Date; readonly minutes: number } | undefined;
};

/** Sources carry their day in brackets: "Daftar peserta (2026-11-22)". */
const datedSource = /^(.*) \((\d{4}-\d{2}-\d{2})\)$/;

/** One honest number: the share, both its parts, their dates and sources, and since when it has stood still. */
export function Figure(props: {
  readonly share: HonestShare;
  /** "87 dari 143 pekerja terlindungi" from the two parts. */
  readonly parts: (numerator: string, denominator: string) => string;
  /** Shown when there is no number: why, and what will bring one. */
  readonly missing: string;
  /** What the number means, in words. */
  readonly definition: ReactNode;
  readonly stitches?: boolean;
  /** Where the page's heading is the number already. */
  readonly isHeading?: boolean;
}): ReactElement {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  const { percent, numerator, denominator, asOf, sources, unchangedSince, release, held } = props.share;
  const age = held && <p role="status">{t.heldSince(formatTime(language, held.at), held.minutes)}</p>;
  if (numerator === null || denominator === null)
    return (
      <>
        <p>{props.missing}</p>
        {age}
      </>
    );
  const number = (value: number): string => formatNumber(language, value);
  const dated = asOf.numerator ?? asOf.denominator;
  const shownNumber =
    percent === null
      ? `${number(numerator)}/${number(denominator)}`
      : formatShare(language, { percent, numerator, denominator });
  return (
    <div className="figure">
      <div className="figure-row">
        {!props.isHeading && <p className="figure-number">{shownNumber}</p>}
        <div>
          <p className="figure-parts">{props.parts(number(numerator), number(denominator))}</p>
          <p className="figure-source">
            {[
              release
                ? t.released(formatMonth(language, release.month), formatDate(language, release.on))
                : dated && t.asOf(formatDate(language, dated)),
              sourceInWords(language, sources[0] ?? "").replace(datedSource, "$1"),
            ]
              .filter(Boolean)
              .join(" \u00b7 ")}
            {unchangedSince !== null && unchangedSince.slice(0, 7) !== dated?.slice(0, 7) && (
              <> · {t.unchangedSince(formatMonth(language, unchangedSince))}</>
            )}
          </p>
        </div>
      </div>
      {age}
      {props.stitches && percent !== null && <Stitches percent={percent} />}
      <Disclosure summary={t.howNumber}>
        {props.definition}
        <ul>
          <li>
            {t.numerator(
              number(numerator),
              asOf.numerator ? formatDate(language, asOf.numerator) : t.undated,
            )}
          </li>
          <li>
            {t.denominator(
              number(denominator),
              asOf.denominator ? formatDate(language, asOf.denominator) : t.undated,
            )}
          </li>
          <Sources sources={sources} />
        </ul>
      </Disclosure>
    </div>
  );
}

function Sources({ sources }: Pick<HonestShare, "sources">): ReactElement {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  const dated = (source: string) =>
    sourceInWords(language, source).replace(
      datedSource,
      (_all, name, day) => `${name}, ${formatDate(language, day)}`,
    );
  return (
    <>
      {sources.map((source) => (
        <li key={source}>{t.source(dated(source))}</li>
      ))}
    </>
  );
}
