import { claimStages } from "@tuwai/domain/claims";
import { daysBetween } from "@tuwai/domain/time";
import { jurisdictionOf, may } from "@tuwai/server/access";
import { listClaims, type Standing } from "@tuwai/server/claims";
import { claimTexts } from "#language/claims.ts";
import { formatNumber } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames, villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import {
  DownloadForm,
  FilterBar,
  LinkTabs,
  NothingWaits,
  optionsOf,
  Page,
  Pagination,
  readPage,
  SelectField,
  withQuery,
} from "#ui";
import type { Route } from "./+types/claims.page";
import { ClaimTable } from "./claim-table.tsx";
import { readClaimQuery } from "./claim-query.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "claim.list" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(claimTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const query = readClaimQuery(searchParams, actor);
  const found = await listClaims(app, actor, { ...query, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const today = app.clock.today();
  return {
    ...found,
    query,
    today,
    finding: findingOf(found.standing, today, languageOf(pathname)),
    villages: jurisdictionOf(actor.role) === "village" ? [] : await listVillageNames(app, actor),
    rows: found.rows.map((row) => ({ ...row, village: nameOf(row.villageCode) ?? null })),
    mayRead: may(actor, "claim.read"),
  };
}

/** How many files wait, for the reader or for anybody, and how long the oldest has waited. */
function findingOf({ count, since, forYou }: Standing, today: string, language: Language): string {
  const t = claimTexts[language];
  if (count === 0 || since === null) return forYou ? t.noneYours : t.noneRunning;
  const n = formatNumber(language, count);
  const days = daysBetween(since, today as typeof since);
  if (days <= 0) return forYou ? t.yoursToday(n) : t.runningToday(n);
  return (forYou ? t.yours : t.running)(n, formatNumber(language, days));
}

export default function ClaimsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { query, counts } = page;
  const narrowed = { desa: query.villageCode, jenis: query.kind };
  return (
    <Page title={page.finding} lead={t.lead}>
      <LinkTabs
        label={t.stagesLabel}
        choices={claimStages.map((each) => ({
          href: `${to("/klaim")}${withQuery("", { tahap: each, ...narrowed })}`,
          label: `${t.stages[each]} (${formatNumber(language, counts[each])})`,
          current: each === query.stage,
        }))}
      />
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
      ) : (
        <ClaimTable rows={page.rows} page={page} caption={t.stages[query.stage]} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      {page.rows.length > 0 && (
        <DownloadForm
          action={`${to("/klaim/berkas")}${withQuery("", { tahap: query.stage, ...narrowed })}`}
          says={t.file.says}
        />
      )}
    </Page>
  );
}

type PageData = Route.ComponentProps["loaderData"];

/** By village and by what happened; a search by name would put names into addresses. */
function Filters({ page: { query, villages } }: { readonly page: PageData }) {
  const t = useTexts(claimTexts);
  const to = useLocalPath();
  const isSet = query.villageCode !== "" || query.kind !== "";
  return (
    <FilterBar
      keep={{ tahap: query.stage }}
      clearHref={isSet ? to(`/klaim?tahap=${query.stage}`) : undefined}
    >
      {villages.length > 0 && (
        <SelectField
          name="desa"
          label={t.columns.village}
          options={[
            { value: "", label: t.all },
            ...villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          defaultValue={query.villageCode}
        />
      )}
      <SelectField
        name="jenis"
        label={t.columns.kind}
        options={[{ value: "", label: t.all }, ...optionsOf(t.shortKinds)]}
        defaultValue={query.kind}
      />
    </FilterBar>
  );
}
