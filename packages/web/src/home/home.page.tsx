import { VillageMap } from "#charts";
import { drawVillages } from "#cities";
import { coverageTexts } from "#language/coverage.ts";
import { cardTexts } from "#language/cards.ts";
import { homeTexts } from "#language/home.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { pageMeta, useSite, type Handle } from "#shell";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ContactLinks,
  Disclosure,
  Figure,
  Icon,
  Steps,
  TextField,
} from "#ui";
import type { Route } from "./+types/home.page";
import { Definition, loadCoverage, publicHeaders, SilentPlaces, type VillageRow } from "#coverage";

const inShortList = 5;

export const headers = publicHeaders;
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title, loaderData?.description);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { language, city, coverage, share, rows } = await loadCoverage(request, context);
  const t = homeTexts[language];
  const shown = rows
    .filter((row) => row.percent !== null)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0));
  return {
    title: t.title(city.name),
    description: t.description(city.name),
    headline:
      share.percent === null
        ? t.headlineWaiting(city.name)
        : t.headline(String(Math.round(share.percent)), city.name),
    definition: coverage.definition,
    share,
    rows,
    highest: shown.slice(0, inShortList),
    // Where fewer than ten are covered help is needed first, whatever their share; then where the share is smallest.
    lowest: [
      ...rows.filter((row) => row.isSmall).toSorted((a, b) => (b.denominator ?? 0) - (a.denominator ?? 0)),
      ...shown
        .slice(inShortList)
        .filter((row) => (row.percent ?? 0) < (share.percent ?? 0))
        .toReversed(),
    ].slice(0, inShortList),
    silent: rows.filter((row) => row.isSilent),
    drawing: drawVillages(city),
  };
}

export default function HomePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(homeTexts);
  const { check } = useTexts(cardTexts);
  const report = useTexts(incidentReportTexts);
  const { contacts } = useSite();
  const to = useLocalPath();
  return (
    <>
      <Hero page={page} />
      <div className="page">
        <div className="columns">
          <div className="stack">
            {page.rows.length > 0 && (
              <Card title={t.find}>
                <form action={to("/cakupan")} className="filters" role="search">
                  <TextField name="cari" label={t.findName} type="search" />
                  <Button>
                    <Icon name="search" /> {t.findButton}
                  </Button>
                </form>
              </Card>
            )}
            {page.silent.length > 0 && <SilentPlaces rows={page.silent} />}
            {page.lowest.length > 0 && <ShortList title={t.lowest} rows={page.lowest} />}
            {page.highest.length > 0 && <ShortList title={t.highest} rows={page.highest} />}
          </div>
          {page.drawing && page.rows.length > 0 && (
            <Card title={t.mapTitle}>
              <VillageMap title={t.mapTitle} drawing={page.drawing} values={page.rows} />
              <p>
                <a href={to("/cakupan")}>{t.allVillages}</a>
              </p>
            </Card>
          )}
        </div>
        <div className="columns">
          <Card title={t.ifSomething} id="bila-terjadi">
            <Steps steps={t.steps} />
            <Actions>
              <ButtonLink href={to("/lapor-kejadian")}>{report.title}</ButtonLink>
            </Actions>
            <p>
              <a href={to("/lacak")}>{report.track.title}</a>
              {" · "}
              <a href={to("/cek")}>{check.title}</a>
            </p>
            <ContactLinks numbers={contacts} />
          </Card>
          <Card title={t.questions}>
            <div>
              {t.faq.map(({ q, a }) => (
                <Disclosure key={q} summary={q}>
                  <p>{a}</p>
                </Disclosure>
              ))}
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

function Hero({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(homeTexts);
  const c = useTexts(coverageTexts);
  const to = useLocalPath();
  return (
    <div className="hero">
      <div className="hero-in">
        <div className="stack">
          <p className="motto">{t.motto}</p>
          <h1>{page.headline}</h1>
          <Actions>
            <ButtonLink href={to("/cakupan")}>{t.seeVillage}</ButtonLink>
            <ButtonLink look="plain" href="#bila-terjadi">
              {t.ifSomething}
            </ButtonLink>
          </Actions>
        </div>
        <Figure
          share={page.share}
          parts={c.parts}
          missing={c.missing}
          stitches
          definition={<Definition code={page.definition} />}
        />
      </div>
    </div>
  );
}

function ShortList({ title, rows }: { readonly title: string; readonly rows: readonly VillageRow[] }) {
  return (
    <Card title={title}>
      <ul className="ranklet">
        {rows.map((row) => (
          <li key={row.code}>
            <span>
              <a href={row.href}>{row.name}</a> <span className="quiet small">{row.kecamatan.name}</span>
            </span>
            <span>
              <b>{row.valueText}</b> <span className="quiet small">{row.partsText}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
