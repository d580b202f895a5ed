import { jakartaDate } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { getTargeting } from "@tuwai/server/targeting";
import { formatDate, formatNumber, formatPercent } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Card, Disclosure, EmptyState, Page } from "#ui";
import type { Route } from "./+types/targeting.page";
import { DecileBars } from "./decile-bars.tsx";
import { useDecileName } from "./decile-name.ts";
import { ErrorBars } from "./error-bars.tsx";
import { ReachCard } from "./reach-card.tsx";
import { VillageTable } from "./village-table.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "targeting.summary.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(targetingTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { release, ...targeting } = await getTargeting(app, actor, {});
  return {
    ...targeting,
    release:
      release === null ? null : { asOf: release.asOf, countedOn: jakartaDate(release.countedAt.getTime()) },
    maySend: may(actor, "import.send.dtsen"),
  };
}

type Data = Route.ComponentProps["loaderData"];

export default function TargetingPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(targetingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { release, lines } = page;
  const number = (n: number) => formatNumber(language, n);
  if (release === null)
    return (
      <Page title={`${t.title}: ${t.finding.none}`}>
        <EmptyState
          title={t.finding.none}
          action={page.maySend && <ButtonLink href={to("/impor")}>{t.toImport}</ButtonLink>}
        >
          <p>{t.fills}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={`${t.title}: ${useFinding(page)}`}
      actions={
        page.can.list && (
          <ButtonLink look="plain" href={to("/dasbor/sasaran/rilis")}>
            {t.toWatch}
          </ButtonLink>
        )
      }
      lead={`${t.lead(number(lines.poorTo), number(lines.betterFrom))} ${lines.confirmed ? "" : t.unconfirmed}`}
    >
      <p className="quiet">
        {t.asOf(
          formatDate(language, release.asOf ?? release.countedOn),
          formatDate(language, release.countedOn),
        )}{" "}
        {t.live}
      </p>
      <Card title={t.errors.title}>
        <ErrorBars errors={page} before={page.before} least={page.least} />
        <How page={page} />
      </Card>
      <DecileCard page={page} />
      <ReachCard
        reach={page.reach}
        least={page.least}
        villages={Object.fromEntries(
          [...page.villages, ...page.withoutRegister].map(({ code, name }) => [code, name]),
        )}
      />
      <VillageTable {...page} canList={page.can.list} />
    </Page>
  );
}

function useFinding({ exclusion }: Data): string {
  const t = useTexts(targetingTexts).finding;
  const language = useLanguage();
  if (exclusion === null) return t.few;
  return exclusion.part < 0.5 ? t.all : t.missed(formatPercent(language, exclusion.share * 100));
}

function DecileCard({ page: { deciles } }: { readonly page: Data }) {
  const t = useTexts(targetingTexts).deciles;
  const language = useLanguage();
  const name = useDecileName();
  const rates = deciles.flatMap((share) =>
    share.covered === null || share.to === null ? [] : [{ share, rate: share.covered / share.people }],
  );
  const [least] = rates.toSorted((a, b) => a.rate - b.rate);
  const title =
    least === undefined || rates.length < 2
      ? t.noTitle
      : t.title(name(least.share), formatPercent(language, least.rate * 100, 0));
  return (
    <Card title={title}>
      <DecileBars deciles={deciles} />
    </Card>
  );
}

function How({ page: { exclusion, inclusion, unknownWork, least } }: { readonly page: Data }) {
  const { errors: t, reach } = useTexts(targetingTexts);
  const language = useLanguage();
  const number = (n: number) => (n > 0 && n < least ? reach.few : formatNumber(language, Math.round(n)));
  return (
    <Disclosure summary={t.how}>
      {t.howText.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {exclusion !== null && (
        <p>
          {t.because(
            number(exclusion.because.asked),
            number(exclusion.because.unlinked),
            number(exclusion.because.spans),
          )}
        </p>
      )}
      {inclusion !== null && inclusion.because.unlinked > 0 && (
        <p>{t.unlinked(number(inclusion.because.unlinked))}</p>
      )}
      {unknownWork !== null && unknownWork > 0 && <p>{t.unknownWork(number(unknownWork))}</p>}
    </Disclosure>
  );
}
