import type { HitShare } from "@tuwai/domain/forecast";
import { yearAfterPaceHorizon } from "@tuwai/domain/forecast";
import type { ShownForecast } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { forecastTexts } from "#language/forecast.ts";
import { formatInstant, formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card, Disclosure, Tag } from "#ui";
import styles from "./planning.module.css";

type Props = { readonly forecast: ShownForecast };

/** The pace there is and the pace that is needed, and when everyone would be covered. */
export function PaceCard({ forecast, mayPlan }: Props & { readonly mayPlan: boolean }): ReactElement {
  const t = useTexts(forecastTexts).pace;
  const to = useLocalPath();
  const language = useLanguage();
  const { pace, required, everyoneIn, target } = forecast;
  const needed = required?.perMonth ?? null;
  const most = Math.max(1, pace, needed ?? 0);
  return (
    <Card title={t.title}>
      <dl className={styles["pace"]}>
        <PaceRow name={t.now} pace={pace} most={most} look="full" />
        {needed !== null && <PaceRow name={t.needed} pace={needed} most={most} look="hollow" />}
      </dl>
      <p className="quiet small">{t.perMonth}</p>
      <p>
        {everyoneIn === null
          ? t.never(String(yearAfterPaceHorizon))
          : t.when(formatMonth(language, everyoneIn))}{" "}
        {t.target(formatPercent(language, target.percent), formatMonth(language, target.by))}{" "}
        {!target.confirmed && <Tag status="waiting">{t.unconfirmed}</Tag>}
      </p>
      {mayPlan && (
        <p className="actions">
          <ButtonLink href={to("/rencana")}>{t.plan}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

type RowProps = {
  readonly name: string;
  readonly pace: number;
  readonly most: number;
  readonly look: "full" | "hollow";
};

function PaceRow({ name, pace, most, look }: RowProps) {
  const language = useLanguage();
  const shown = formatNumber(language, Math.round(pace));
  const width = `${Math.round((100 * Math.max(0, pace)) / most)}%`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{pace > 0 ? `+${shown}` : shown}</dd>
      <svg className={styles["bar"]} aria-hidden="true">
        <rect className={styles[look]} width={width} height="12" />
      </svg>
    </div>
  );
}

/** How the bands and the plain guesses did in the months behind. */
export function TestedCard({ forecast }: Props): ReactElement {
  const t = useTexts(forecastTexts).tested;
  const language = useLanguage();
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const { test, errors } = forecast;
  const said = (hit: HitShare) => {
    const [share, low, high] = [hit.share, hit.low, hit.high].map((part) =>
      formatPercent(language, 100 * part, 0),
    );
    return [share!, low!, high!, number(hit.of)] as const;
  };
  if (test.inBand === null) return <Card title={t.title}>{<p>{t.none}</p>}</Card>;
  return (
    <Card title={t.title}>
      <p>{t.inBand(...said(test.inBand))}</p>
      {test.inBandMoved !== null && <p>{t.moved(...said(test.inBandMoved))}</p>}
      {test.inBandCity !== null && <p>{t.city(number(test.inBandCity.hits), number(test.inBandCity.of))}</p>}
      {errors !== null && errors.tried > 0 && (
        <p>
          {t.errors(number(errors.forecast, 1), number(errors.sameAsLast, 1), number(errors.samePace, 1))}
        </p>
      )}
      <p className="quiet small">{t.how}</p>
    </Card>
  );
}

export function OriginOfForecast({ forecast }: Props): ReactElement {
  const t = useTexts(forecastTexts).origin;
  const language = useLanguage();
  const { season, isEstimated, computedAt, version } = forecast;
  const times = (value: number) => formatNumber(language, value, 1);
  return (
    <Disclosure summary={t.title}>
      <p>{isEstimated ? t.estimated : t.listed}</p>
      <p>{t.simulated}</p>
      <p>
        {season.monthsSeen === 0
          ? t.noSeason
          : t.season(times(season.join), times(season.stop), formatNumber(language, season.monthsSeen))}{" "}
        {t.incomplete}
      </p>
      <p>{t.computed(formatInstant(language, computedAt), String(version))}</p>
    </Disclosure>
  );
}
