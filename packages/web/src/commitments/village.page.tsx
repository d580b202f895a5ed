import { may } from "@tuwai/server/access";
import { getVillageCommitments, type ShownVillage } from "@tuwai/server/commitments";
import { getVillageBills } from "@tuwai/server/fulfilment";
import { data, redirect } from "react-router";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Button,
  Card,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Page,
  SelectField,
  Table,
  TextField,
} from "#ui";
import type { Route } from "./+types/village.page";
import { actOnVillage } from "./act-on-village.ts";
import { MoneyTable } from "./money-table.tsx";
import { NeedTable } from "./need-table.tsx";
import { pricesOf } from "./price-table.ts";
import { PromiseForm } from "./promise-form.tsx";
import { readYear } from "./read-year.ts";
import { Possible } from "./possible.tsx";
import { StateTag, StatusLine } from "./status-tag.tsx";
import { VillageStages } from "./village-stages.tsx";
import { VillageTabs } from "./village-tabs.tsx";
import { villageTabsOf } from "./village-tabs-of.ts";

export const handle: Handle = { access: "village_commitment.read", hydrate: true };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const village = await getVillageCommitments(app, actor, { villageCode: params.desa, year });
  const { kind } = village;
  const shown = village.groups.filter(
    ({ isApplicable, heads, commitment }) => !isApplicable || heads.people > 0 || commitment !== null,
  );
  const declared = village.groups.flatMap(({ commitment }) => commitment ?? []);
  const isFollowed = may(actor, "village_commitment.bill") && village.promised > 0;
  const stages = isFollowed
    ? (await getVillageBills(app, actor, { villageCode: params.desa, year })).stages
    : [];
  return {
    ...village,
    title: commitmentTexts[language].village.title(village.name, String(year)),
    groups: shown.map(({ steps: _steps, clock: _clock, ...group }) => group),
    lines: village.groups
      .filter(({ isApplicable }) => isApplicable)
      .map((group) => ({
        group: group.group,
        open: group.heads.unprotected,
        heads: group.commitment?.heads ?? (isMeetings(group.group) ? group.heads.unprotected : 0),
        prices: pricesOf(group, { kind, year }),
      }))
      .filter(({ heads, open, group }) => heads > 0 || open > 0 || group === "kader"),
    sources: village.sources.map((source) => ({
      value: source.source as string,
      label: sourceLabel(source, shown, language),
    })),
    table: village.sources,
    months: declared[0]?.months ?? 12,
    source: declared[0]?.source ?? (kind === "kelurahan" ? "apbd" : ""),
    stages,
    tabs: villageTabsOf(actor),
    mayWrite: may(actor, "village_commitment.write"),
    maySeeHeads: may(actor, "officer.list"),
    operation: app.newId(),
    otherOperation: app.newId(),
  };
}

/** What a meeting of villages asks for first; workers of poor families are promised for on purpose. */
const isMeetings = (group: string) => group !== "vulnerable" && group !== "pktd";

/** A source with what the rules say against it for the groups that this village has. */
function sourceLabel(
  { source, answers }: ShownVillage["sources"][number],
  groups: readonly { readonly group: string; readonly isApplicable: boolean }[],
  language: Language,
): string {
  const t = commitmentTexts[language];
  const own = answers.filter(({ group }) => groups.some((one) => one.group === group && one.isApplicable));
  const of = (verdict: string) => own.filter((answer) => answer.verdict === verdict);
  const said = (verdict: "barred" | "check", all: string, some: (groups: string) => string) => {
    const found = of(verdict);
    if (found.length === 0) return [];
    if (found.length === own.length) return [all];
    return [some(found.map(({ group }) => t.groups[group]).join(", "))];
  };
  const f = t.village.form;
  const notes = [...said("barred", f.barred, f.barredFor), ...said("check", f.check, f.checkFor)];
  return [t.sources[source], ...notes].join("; ");
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const villageCode = params.desa;
  const answer = await actOnVillage(app, actor, {
    form,
    language,
    villageCode,
    year: readYear(searchParams, app),
  });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/anggaran/komitmen/${villageCode}`) + search, {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function VillagePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const v = t.village;
  const language = useLanguage();
  const to = useLocalPath();
  const errors = actionData?.errors ?? {};
  const typed = actionData?.typed ?? {};
  const full = page.groups.reduce((sum, { need }) => sum + (need?.fullCoverMonths ?? 0), 0);
  const lead =
    page.heads === 0
      ? v.leadNone(page.name)
      : v.lead(
          page.name,
          formatRupiah(language, page.need),
          formatNumber(language, page.heads),
          String(page.year),
        );
  return (
    <Page
      title={page.title}
      lead={lead}
      crumbs={[{ href: to(`/anggaran/komitmen?tahun=${page.year}`), label: t.title }, { label: page.name }]}
    >
      <VillageTabs here="promise" village={page.villageCode} year={page.year} tabs={page.tabs} />
      <ErrorSummary errors={errors} />
      <Possible possible={page.possible} isChangeDayKnown={page.isChangeDayKnown} />
      {page.groups.some(({ commitment }) => commitment !== null) && <Standing page={page} />}
      {page.stages.length > 0 && (
        <VillageStages stages={page.stages} village={page.villageCode} year={page.year} />
      )}
      {page.mayWrite && (
        <PromiseForm
          operation={page.operation}
          lines={page.lines}
          months={page.months}
          source={page.source}
          sources={page.sources}
          isLocked={page.lockedAt !== null}
          need={page.need}
          errors={errors}
          typed={typed}
        />
      )}
      <Card title={v.need.title}>
        {page.groups.length === 0 ? (
          <EmptyState title={t.heads.none}>
            <p>{t.heads.noneNext}</p>
          </EmptyState>
        ) : (
          <NeedTable rows={page.groups} villageCode={page.villageCode} maySeeHeads={page.maySeeHeads} />
        )}
        {full > 0 && <p className="small">{v.need.full(formatNumber(language, full))}</p>}
        {page.mayWrite && <CountForm page={page} errors={errors} typed={typed} />}
      </Card>
      <Disclosure summary={v.money.title}>
        <MoneyTable sources={page.table} groups={page.groups} year={page.year} />
      </Disclosure>
    </Page>
  );
}

/** What was promised and how far it is; each row leads to its steps. */
function Standing({ page }: PageData) {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number | null) => (n === null ? "–" : formatRupiah(language, n));
  const rows = page.groups.flatMap(({ group, commitment, status, account }) =>
    commitment === null ? [] : [{ ...commitment, group, status, account }],
  );
  const f = t.village.facts;
  return (
    <Table
      caption={page.title}
      rows={rows}
      keyOf={({ group }) => group}
      columns={[
        {
          key: "group",
          head: t.village.need.group,
          total: t.village.need.total,
          cell: ({ group }) => (
            <a href={to(`/anggaran/komitmen/${page.villageCode}/langkah/${group}?tahun=${page.year}`)}>
              {t.groups[group]}
            </a>
          ),
        },
        {
          key: "heads",
          head: f.heads,
          total: "",
          cell: ({ heads, months }) => f.headsOf(formatNumber(language, heads), String(months)),
        },
        {
          key: "promised",
          head: f.promised,
          number: true,
          total: rupiah(page.promised),
          cell: ({ promised }) => rupiah(promised),
        },
        {
          key: "budgeted",
          head: t.columns.budgeted,
          number: true,
          total: rupiah(page.budgeted),
          cell: ({ initial, changed }) => rupiah(changed ?? initial),
        },
        {
          key: "paid",
          head: f.paid,
          number: true,
          total: rupiah(page.paid),
          cell: ({ paid }) => rupiah(paid),
        },
        {
          key: "state",
          head: t.columns.state,
          phone: "wide",
          total: "",
          cell: ({ state, status }) => (
            <>
              <StateTag state={state} />
              <StatusLine status={status} />
            </>
          ),
        },
      ]}
    />
  );
}

type FormProps = PageData & { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> };

function CountForm({ page, errors, typed }: FormProps) {
  const t = useTexts(commitmentTexts);
  const c = t.village.count;
  const isOpen = ["kelompok", "sebenarnya", "sebab"].some((name) => errors[name] !== undefined);
  return (
    <Disclosure summary={c.title} isOpen={isOpen}>
      <p>{c.lead}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={page.otherOperation} />
        <SelectField
          name="kelompok"
          label={c.group}
          defaultValue={typed["kelompok"] ?? ""}
          options={[
            { value: "", label: "" },
            ...page.table[0]!.answers.filter(({ group }) =>
              page.groups.every((one) => one.group !== group || one.isApplicable),
            ).map(({ group }) => ({ value: group as string, label: t.groups[group] })),
          ]}
          error={errors["kelompok"]}
        />
        <TextField
          name="sebenarnya"
          label={c.people}
          hint={c.peopleHint}
          inputMode="numeric"
          width="short"
          defaultValue={typed["sebenarnya"] ?? ""}
          error={errors["sebenarnya"]}
        />
        <TextField
          name="sebab"
          label={c.reason}
          defaultValue={typed["sebab"] ?? ""}
          error={errors["sebab"]}
        />
        <div>
          <Button look="plain" name="aksi" value="hitung">
            {c.save}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
