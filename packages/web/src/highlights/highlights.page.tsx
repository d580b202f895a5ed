import { may } from "@tuwai/server/access";
import { getHighlights } from "@tuwai/server/dashboards";
import { getCity } from "@tuwai/server/regions";
import { loadCoverage } from "#coverage";
import { highlightTexts } from "#language/highlights.ts";
import { languageOf } from "#language/language.ts";
import { formatPercent } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Disclosure, Icon, Stitches } from "#ui";
import type { Route } from "./+types/highlights.page";
import { CopyButton } from "./copy-button.tsx";
import { Decisions, HelpCard, MoneyCard, PaceFigure } from "./highlight-cards.tsx";
import styles from "./highlights.module.css";
import { paceCard } from "./pace-chart.ts";
import { basisOf, tellHighlights } from "./tell-highlights.ts";
import { speechOf } from "./tell-speech.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "highlight.read" };
export const meta = ({ loaderData, location }: Route.MetaArgs) =>
  pageMeta(
    loaderData && `${highlightTexts[languageOf(location.pathname)].title}: ${loaderData.told.headline}`,
  );

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const highlights = await getHighlights(app, actor);
  const charted = { dashboard: highlights.dashboard, language };
  const city = getCity(app.config).name;
  const basis = basisOf(charted);
  const told = tellHighlights(highlights, city, language);
  const { coverage } = await loadCoverage(request, context);
  return {
    told,
    pace: paceCard(charted, basis),
    speech: speechOf(charted, { basis, coverage, city }),
    doors: told.decisions.filter(({ needs }) => may(actor, needs)).map(({ name }) => name),
  };
}

/** One glance for who leads the city: a number, where it goes, what to decide, whom to help, and the money of the month. */
export default function HighlightsPage({ loaderData: { told, pace, speech, doors } }: Route.ComponentProps) {
  const t = useTexts(highlightTexts);
  const to = useLocalPath();
  const language = useLanguage();
  return (
    <div className="page">
      <section className={styles["glance"]} aria-label={t.title}>
        <div className={styles["main"]}>
          <p className="when">{told.when}</p>
          <h1>{told.headline}</h1>
          {told.share !== null && (
            <div className={styles["figure"]}>
              <span className="figure-number">{formatPercent(language, told.share, 0)}</span>
              <Stitches percent={told.share} />
            </div>
          )}
          <p className="figure-source">
            {told.source} <a href={to("/dasbor#tren")}>{t.origin}</a>
          </p>
          <Actions>
            {speech.length > 0 && <CopyButton of="sambutan" word={t.copy} done={t.copied} />}
            <ButtonLink look="plain" href={to("/sorot/layar")}>
              <Icon name="meeting" /> {t.toScreen}
            </ButtonLink>
          </Actions>
          {speech.length > 0 && (
            <Disclosure summary={t.readSpeech}>
              <p id="sambutan">{speech.join(" ")}</p>
            </Disclosure>
          )}
        </div>
        <PaceFigure pace={pace} />
      </section>
      <Decisions decisions={told.decisions} doors={doors} />
      <div className="columns">
        <HelpCard help={told.help} />
        <MoneyCard money={told.money} />
      </div>
      {told.told !== null && (
        <section className={styles["other"]}>
          <h2>{t.other.title}</h2>
          <p>
            {told.told.join(" ")} <a href={to("/indikator")}>{t.other.how}</a>
          </p>
        </section>
      )}
    </div>
  );
}
