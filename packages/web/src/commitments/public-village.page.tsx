import { AppError, publicActor } from "@tuwai/server/app";
import { type PublicGroup, type PublicStep, readPublicCommitments } from "@tuwai/server/commitments";
import { listRegions } from "@tuwai/server/regions";
import { isVillage } from "@tuwai/domain/regions";
import { accountTexts } from "#language/accounts.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatInstant, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { Card, DescriptionList, EmptyState, Page } from "#ui";
import type { Route } from "./+types/public-village.page";
import { askedYear } from "./read-year.ts";

export const headers = () => ({ "Cache-Control": "public, max-age=2" });
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = commitmentTexts[languageOf(pathname)].open;
  const app = context.get(appContext);
  const anybody = publicActor(app.config.regionCode);
  const region = (await listRegions(app, anybody)).find(({ code }) => code === params.desa);
  if (region === undefined || !isVillage(region)) throw new AppError("not-found");
  const asked = { ...askedYear(searchParams), withStepsOf: params.desa };
  const found = await readPublicCommitments(app, anybody, asked);
  const village = found?.villages.find(({ villageCode }) => villageCode === params.desa);
  const year = found?.year ?? null;
  return {
    title: year === null ? region.name : t.village(region.name, String(year)),
    name: region.name,
    year,
    rule: found?.rule ?? null,
    asOf: found?.asOf ?? null,
    groups: village?.groups ?? [],
  };
}

export default function PublicVillagePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const o = t.open;
  const language = useLanguage();
  const to = useLocalPath();
  const { year, name, groups } = page;
  const says = year === null ? o.notYet : o.nothing(name, String(year));
  return (
    <Page title={page.title} crumbs={[{ href: to("/komitmen"), label: o.back }, { label: name }]}>
      {groups.length === 0 && (
        <EmptyState title={says}>
          <p>{o.notYetNext}</p>
        </EmptyState>
      )}
      {groups.map((group) => (
        <GroupCard key={group.group} of={group} />
      ))}
      {groups.some(({ isRounded }) => isRounded) && <p className="quiet small">{o.roundedWhy}</p>}
      {page.rule !== null && page.asOf !== null && (
        <p className="quiet small">{o.rule(String(page.rule), formatDate(language, page.asOf))}</p>
      )}
    </Page>
  );
}

function GroupCard({ of }: { readonly of: PublicGroup }) {
  const t = useTexts(commitmentTexts);
  const f = t.village.facts;
  const language = useLanguage();
  const rupiah = (n: number | null, otherwise: string) =>
    n === null ? otherwise : formatRupiah(language, n);
  const rounded = (n: number | null) =>
    n === null || n === 0 || !of.isRounded
      ? rupiah(n, t.open.hidden)
      : t.open.about(formatRupiah(language, n));
  return (
    <Card title={t.groups[of.group]}>
      <DescriptionList
        facts={[
          { name: t.open.status, value: t.statuses[of.status] },
          { name: t.totals.need, value: rounded(of.need) },
          { name: f.promised, value: rupiah(of.promised, f.noneYet) },
          { name: f.source, value: t.sources[of.source as keyof typeof t.sources] ?? f.noneYet },
          { name: f.account, value: of.account ?? f.noAccount },
          { name: f.initial, value: rupiah(of.initial, f.noneYet) },
          { name: f.changed, value: rupiah(of.changed, f.noneYet) },
          { name: f.paid, value: rounded(of.paid) },
        ]}
      />
      <h3>{t.open.timeline(t.groups[of.group])}</h3>
      <ol className="stack">
        {of.steps.map((step, at) => (
          <TimelineStep key={step.id} step={step} before={of.steps[at - 1] ?? null} />
        ))}
      </ol>
    </Card>
  );
}

type StepProps = { readonly step: PublicStep; readonly before: PublicStep | null };

function TimelineStep({ step, before }: StepProps) {
  const t = useTexts(commitmentTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const isChange = step.step === "declare" && before !== null;
  const what = isChange
    ? t.open.changed
    : t.village.history.steps[step.step as keyof typeof t.village.history.steps];
  const amount = step.step === "declare" ? step.promised : step.amount;
  return (
    <li>
      <strong>{what}</strong>
      {amount !== null && ` ${formatRupiah(language, amount)}`}
      {step.budget !== null && `, ${t.open.budgets[step.budget]}`}
      {step.reason !== null && <div>{step.reason}</div>}
      <div className="quiet small">
        {formatInstant(language, step.on)}, {roles[step.takenRole]}
        {step.paperNumber !== null &&
          `, ${t.open.document(step.paperNumber, formatDate(language, step.paperOn ?? ""))}`}
      </div>
    </li>
  );
}
