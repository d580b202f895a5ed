import { commitmentStates, type CommitmentState, isUnbudgeted } from "@tuwai/domain/commitments";
import { terbilang } from "@tuwai/domain/money";
import { may, scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listCommitments, lockCommitmentYear, openCommitmentYear, totalsOf } from "@tuwai/server/commitments";
import { listRegions } from "@tuwai/server/regions";
import { data, redirect } from "react-router";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  actionOf,
  flash,
  forUseCase,
  formText,
  type Handle,
  OperationField,
  pageMeta,
  readOperationId,
} from "#shell";
import {
  Button,
  Card,
  Choices,
  DescriptionList,
  Disclosure,
  DownloadForm,
  EmptyState,
  ErrorSummary,
  FilterBar,
  optionsOf,
  Page,
  SelectField,
} from "#ui";
import type { Route } from "./+types/commitments.page";
import { CommitmentTable } from "./commitment-table.tsx";
import { CommitmentTabs } from "./commitment-tabs.tsx";
import { seenTabs } from "./seen-tabs.ts";
import { readYear, yearChoices } from "./read-year.ts";

export const handle: Handle = { access: "village_commitment.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(commitmentTexts[languageOf(location.pathname)].title);

/** As dashboards count villages that wait for a budget. */
const unbudgeted = "belum-dianggarkan";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const withVulnerable = searchParams.get("kelompok") === "semua";
  const kecamatan = await kecamatanOf(app, actor);
  const chosen = kecamatan.find(({ value }) => value === searchParams.get("kec"))?.value ?? "";
  const found = await listCommitments(app, actor, {
    year,
    withVulnerable,
    ...(chosen === "" ? {} : { kecamatanCode: chosen }),
  });
  const state = [...commitmentStates, unbudgeted].find((one) => one === searchParams.get("keadaan")) ?? "";
  const villages = found.villages.filter(
    (village) => state === "" || (state === unbudgeted ? isUnbudgeted(village) : village.state === state),
  );
  return {
    ...found,
    lockedOn: found.lockedAt === null ? null : dayOf(found.lockedAt),
    rows: villages.map(({ groups: _groups, changedAt: _changedAt, ...village }) => village),
    missing: found.villages
      .filter(({ villageCode }) => found.totals.missing.includes(villageCode))
      .map(({ villageCode, name }) => ({ villageCode, name })),
    villages: [],
    shown: totalsOf(villages),
    kecamatan,
    chosen,
    state,
    withVulnerable,
    years: yearChoices(app),
    mayLock: may(actor, "village_commitment.lock"),
    mayDownload: may(actor, "village_commitment.file"),
    tabs: seenTabs(actor),
    operation: app.newId(),
  };
}

const dayOf = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Whoever reads the whole city may choose one of its kecamatan. */
async function kecamatanOf(app: App, actor: Actor) {
  if (scopeOf(actor, "village_commitment.read") !== "C") return [];
  const regions = await listRegions(app, actor);
  return regions
    .filter(({ kind }) => kind === "kecamatan")
    .map(({ code, name }) => ({ value: code as string, label: name }));
}

const acts = { minta: openCommitmentYear, kunci: lockCommitmentYear } as const;

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = commitmentTexts[language].year;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const act = actionOf(form, acts);
  if (act === acts.kunci && formText(form, "yakin") !== "ya")
    return data({ errors: { yakin: t.sureMissing } }, 422);
  const operationId = readOperationId(form, app);
  const { outcome } = await act(app, actor, { operationId, year: readYear(searchParams, app) });
  const says = outcome === "opened" ? t.opened : outcome === "locked" ? t.locked : t.nothing;
  throw redirect(localPath(language, "/anggaran/komitmen") + search, {
    status: 303,
    headers: flash("ok", says),
  });
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function CommitmentsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { declared, villages, need, promised, budgeted } = page.totals;
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  const open = rupiah(Math.max(0, need - promised));
  const gap = declared === villages ? t.allDeclared(open) : t.gap(number(villages - declared), open);
  return (
    <Page title={t.title} lead={`${t.lead(number(declared), number(villages), String(page.year))} ${gap}`}>
      <CommitmentTabs here="list" seen={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {promised > budgeted && <p>{t.notBudgeted(rupiah(promised - budgeted))}</p>}
      <Totals page={page} />
      <Filters page={page} />
      {page.state === unbudgeted && (
        <p>{t.unbudgeted(number(page.rows.length), number(villages), String(page.year))}</p>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <CommitmentTable rows={page.rows} year={page.year} totals={page.shown} />
      )}
      {page.mayDownload && (
        <DownloadForm action={to(`/anggaran/komitmen/berkas?tahun=${page.year}`)} says={t.download} />
      )}
      {page.mayLock && <YearCard page={page} error={actionData?.errors.yakin} />}
    </Page>
  );
}

function Totals({ page: { totals, year, missing } }: PageData) {
  const t = useTexts(commitmentTexts).totals;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Card title={t.title(String(year))}>
      <DescriptionList
        facts={[
          { name: t.need, value: `${rupiah(totals.need)}, ${t.people(number(totals.heads))}` },
          {
            name: t.promised,
            value: (
              <>
                {rupiah(totals.promised)}, {t.promisedPeople(number(totals.promisedHeads))}
                <div className="quiet small">{t.inWords(terbilang(totals.promised))}</div>
              </>
            ),
          },
          { name: t.budgeted, value: rupiah(totals.budgeted) },
          { name: t.paid, value: rupiah(totals.paid) },
        ]}
      />
      {missing.length > 0 && (
        <Disclosure summary={`${t.missing}: ${number(missing.length)}`}>
          <ul>
            {missing.map(({ villageCode, name }) => (
              <li key={villageCode}>
                <a href={to(`/anggaran/komitmen/${villageCode}?tahun=${year}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function Filters({ page }: PageData) {
  const t = useTexts(commitmentTexts);
  const to = useLocalPath();
  const here = to("/anggaran/komitmen");
  const isFiltered = page.chosen !== "" || page.state !== "" || page.withVulnerable;
  return (
    <FilterBar action={here} clearHref={isFiltered ? `${here}?tahun=${page.year}` : undefined}>
      <SelectField
        name="tahun"
        label={t.filters.year}
        defaultValue={String(page.year)}
        options={page.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      {page.kecamatan.length > 1 && (
        <SelectField
          name="kec"
          label={t.filters.kecamatan}
          defaultValue={page.chosen}
          options={[{ value: "", label: t.filters.all }, ...page.kecamatan]}
        />
      )}
      <SelectField
        name="keadaan"
        label={t.filters.state}
        defaultValue={page.state}
        options={[
          { value: "", label: t.filters.all },
          ...optionsOf(t.states satisfies Record<CommitmentState, string>),
          { value: unbudgeted, label: t.filters.unbudgeted },
        ]}
      />
      <SelectField
        name="kelompok"
        label={t.filters.groups}
        defaultValue={page.withVulnerable ? "semua" : ""}
        options={[
          { value: "aparatur", label: t.filters.offices },
          { value: "semua", label: t.filters.everybody },
        ]}
      />
    </FilterBar>
  );
}

function YearCard({ page, error }: PageData & { readonly error: string | undefined }) {
  const t = useTexts(commitmentTexts).year;
  const language = useLanguage();
  if (page.lockedOn !== null)
    return <p className="quiet">{t.lockedOn(formatDate(language, page.lockedOn))}</p>;
  return (
    <Card title={t.title}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <p>{page.isOpen ? t.isOpen : t.closed(String(page.year))}</p>
        {page.isOpen && (
          <Choices
            name="yakin"
            label={t.lock}
            several
            error={error}
            options={[{ value: "ya", label: t.sure }]}
          />
        )}
        <div>
          <Button look="plain" name="aksi" value={page.isOpen ? "kunci" : "minta"}>
            {page.isOpen ? t.lock : t.open}
          </Button>
        </div>
      </form>
    </Card>
  );
}
