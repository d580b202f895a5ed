import { may } from "@tuwai/server/access";
import { kindsSentBy } from "@tuwai/server/intake";
import { listImports, type ImportState } from "@tuwai/server/imports";
import { shortDayOf } from "#language/day-of.ts";
import { villageNamer } from "#regions";
import {
  ButtonLink,
  EmptyState,
  FilterBar,
  Icon,
  Page,
  Pagination,
  readPage,
  SelectField,
  Table,
  optionsOf,
} from "#ui";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/history.page";
import { StateTag } from "./state-tag.tsx";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const t = importTexts[language];
  const states = Object.keys(t.states) as ImportState[];
  const state = states.find((known) => known === searchParams.get("keadaan"));
  const page = readPage(searchParams);
  const found = await listImports(app, actor, { page, ...(state === undefined ? {} : { state }) });
  const nameOf = await villageNamer(app, actor);
  return {
    title: t.title,
    state: state ?? "",
    page: found.page,
    pages: found.pages,
    total: found.total,
    mayApprove: may(actor, "import.approve"),
    mayUpload: may(actor, "import.upload") && kindsSentBy(app, actor).length > 0,
    rows: found.rows.map((batch) => ({
      code: batch.code,
      kind: batch.kind,
      state: batch.state,
      fileName: batch.fileName,
      village: batch.villageCode === null ? null : nameOf(batch.villageCode),
      accepted: batch.counts?.accepted ?? null,
      repair: batch.counts?.repair ?? null,
      at: shortDayOf(language, batch.uploadedAt),
    })),
  };
}

export default function HistoryPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(importTexts);
  const to = useLocalPath();
  const actions = (
    <>
      {page.mayUpload && (
        <ButtonLink href={to("/impor/baru")}>
          <Icon name="upload" /> {t.upload}
        </ButtonLink>
      )}
      {page.mayApprove && (
        <ButtonLink look="plain" href={to("/impor/persetujuan")}>
          {t.approvals}
        </ButtonLink>
      )}
    </>
  );
  const isFiltered = page.state !== "";
  return (
    <Page title={page.title} lead={t.lead} actions={actions}>
      {(page.total > 0 || isFiltered) && (
        <FilterBar clearHref={isFiltered ? to("/impor") : undefined}>
          <SelectField
            name="keadaan"
            label={t.history.state}
            defaultValue={page.state}
            options={[{ value: "", label: t.history.allStates }, ...optionsOf(t.states)]}
          />
        </FilterBar>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={isFiltered ? t.history.none : t.history.empty}>
          {isFiltered ? t.history.noneNext : page.mayUpload ? t.history.emptyNext : t.history.emptyReader}
        </EmptyState>
      ) : (
        <ImportTable rows={page.rows} total={page.total} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

type Shown = Pick<Route.ComponentProps["loaderData"], "rows" | "total">;

function ImportTable({ rows, total }: Shown) {
  const t = useTexts(importTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const number = (value: number | null): string => (value === null ? "" : formatNumber(language, value));
  const h = t.history;
  return (
    <Table
      caption={
        <>
          {h.caption} <span className="quiet small">{h.count(number(total))}</span>
        </>
      }
      rows={rows}
      keyOf={(row) => row.code}
      columns={[
        { key: "file", head: h.file, cell: (r) => <a href={to(`/impor/${r.code}`)}>{r.fileName}</a> },
        { key: "state", head: h.state, cell: (r) => <StateTag state={r.state} /> },
        { key: "kind", phone: "left-out", head: h.kind, cell: (r) => t.kinds[r.kind] },
        { key: "village", head: h.village, cell: (r) => r.village ?? h.wholeCity },
        { key: "accepted", head: h.accepted, number: true, cell: (r) => number(r.accepted) },
        { key: "repair", head: h.repair, number: true, cell: (r) => number(r.repair) },
        { key: "at", head: h.at, cell: (r) => r.at },
        { key: "code", phone: "left-out", head: h.code, cell: (r) => r.code },
      ]}
    />
  );
}
