import { roles } from "@tuwai/server/app";
import { isStaff } from "@tuwai/server/access";
import { listTrail, trailKinds, trailResults } from "@tuwai/server/trail";
import { listVillageNames } from "#regions";
import { accountTexts } from "#language/accounts.ts";
import { formatNumber, formatShortDate } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { trailTexts } from "#language/trail.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import {
  Button,
  EmptyState,
  FilterBar,
  Icon,
  Page,
  Pagination,
  readPage,
  SelectField,
  TextField,
  type Option,
} from "#ui";
import type { Route } from "./+types/trail.page";
import { sayEntry } from "./say-entry.ts";
import { readTrailQuery } from "./trail-query.ts";
import { TrailTable } from "./trail-table.tsx";

export const handle: Handle = { access: "audit.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(trailTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = trailTexts[language];
  const use = forUseCase(context);
  const query = readTrailQuery(searchParams);
  const found = await listTrail(...use, { ...query, page: readPage(searchParams) });
  const places = new Map<string, string>(
    (await listVillageNames(...use)).map(({ code, name }) => [code, name]),
  );
  const { firstDay, lastDay, page, pages, total } = found;
  return {
    rows: found.rows.map((entry, at) => sayEntry(language, places, entry, at)),
    query,
    firstDay,
    lastDay,
    page,
    pages,
    total,
    search,
    isFiltered: search !== "",
    kinds: Object.keys(trailKinds).map((value) => ({ value, label: t.kinds[value as keyof typeof t.kinds] })),
    results: trailResults.map((value) => ({ value, label: t.results[value] })),
    roles: roles
      .filter((role) => isStaff(role))
      .map((value) => ({ value, label: accountTexts[language].roles[value] })),
  };
}

export default function TrailPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(trailTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const days = [page.firstDay, page.lastDay].map((day) => formatShortDate(language, day));
  return (
    <Page
      title={t.title}
      lead={t.lead(formatNumber(language, page.total), days[0]!, days[1]!)}
      actions={
        page.total > 0 && (
          <form method="post" action={to(`/admin/jejak/berkas${page.search}`)}>
            <Button look="plain">
              <Icon name="download" /> {t.export}
            </Button>
          </form>
        )
      }
    >
      <FilterBar clearHref={page.isFiltered ? to("/admin/jejak") : undefined}>
        <TextField name="dari" type="date" label={t.from} defaultValue={page.firstDay} width="middle" />
        <TextField name="sampai" type="date" label={t.until} defaultValue={page.lastDay} width="middle" />
        <Select name="jenis" label={t.kind} value={page.query.about} options={page.kinds} />
        <Select name="hasil" label={t.result} value={page.query.result} options={page.results} />
        <Select name="peran" label={t.role} value={page.query.byRole} options={page.roles} />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <TrailTable rows={page.rows} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <p className="quiet small">{t.note}</p>
    </Page>
  );
}

type SelectProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
};

function Select({ name, label, value, options }: SelectProps) {
  const t = useTexts(trailTexts);
  const all = { value: "", label: t.all };
  return <SelectField name={name} label={label} defaultValue={value ?? ""} options={[all, ...options]} />;
}
