import { openChannels } from "@tuwai/domain/alms";
import { getPublicAlms, sendAlmsPledge } from "@tuwai/server/alms";
import { isAppError, publicActor } from "@tuwai/server/app";
import { data, redirect } from "react-router";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatMonth, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta, readOperationId } from "#shell";
import { Card, EmptyState, LinkChips, Notice, Page } from "#ui";
import type { Route } from "./+types/alms.page";
import { HolderCard } from "./holder-card.tsx";
import { type PledgeAnswer, PledgeForm } from "./pledge-form.tsx";
import { pledgeFields, readPledgeForm, typedIn } from "./read-pledge.ts";
import { SumsTable } from "./sums-table.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(almsTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const shown = await getPublicAlms(app, publicActor(app.config.regionCode));
  return { ...shown, operation: app.newId() };
}

type Answer = { readonly failed?: PledgeAnswer; readonly waitMinutes?: number };

/** A pledge without an account: its code stands in the address that follows, and nothing of the donor. */
export async function action({ request, context }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const reader = publicActor(app.config.regionCode);
  const typed = { ...readPledgeForm(form), operationId, headers: request.headers };
  try {
    const answer = await sendAlmsPledge(app, reader, typed);
    if (answer.outcome === "refused") {
      const failed = { reasons: answer.reasons, typed: typedIn(form, pledgeFields) };
      return data<Answer>({ failed }, 422);
    }
    throw redirect(localPath(language, `/sedekah/niat/${answer.almsPledgeCode}`), 303);
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const seconds = Number(error.details["retryAfterSeconds"]);
    const waits: Answer = { waitMinutes: Math.max(1, Math.ceil(seconds / 60)) };
    return data<Answer>(waits, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
}

export default function AlmsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(almsTexts);
  const language = useLanguage();
  const { campaigns, sums } = page;
  const collecting = campaigns.filter(({ isCollecting }) => isCollecting);
  const title = page.months.length === 0 ? t.none : t.headline(formatRupiah(language, sums.left));
  return (
    <Page title={title} lead={t.lead} narrow>
      {actionData?.waitMinutes !== undefined && (
        <Notice tone="warn" announce>
          {t.form.tooMany(actionData.waitMinutes)}
        </Notice>
      )}
      <Card title={t.monthTitle(formatMonth(language, page.month))}>
        <SumsTable sums={sums} children={page.children} />
        <p>{page.nextOn === null ? t.noNext : t.nextOn(formatDate(language, page.nextOn))}</p>
      </Card>
      {campaigns.length === 0 && <EmptyState title={t.holder.none} />}
      {campaigns.map((campaign) => (
        <HolderCard key={campaign.id} campaign={campaign} />
      ))}
      {collecting.length > 0 && (
        <Card title={t.form.title}>
          <p>{t.form.lead}</p>
          <PledgeForm
            campaigns={collecting}
            channels={openChannels}
            operation={page.operation}
            failed={actionData?.failed}
            submit={t.form.submit}
          />
        </Card>
      )}
      <Months months={page.months} />
    </Page>
  );
}

function Months({ months }: { readonly months: readonly string[] }) {
  const t = useTexts(almsTexts).report;
  const language = useLanguage();
  const to = useLocalPath();
  if (months.length === 0) return null;
  return (
    <Card title={t.months}>
      <LinkChips
        label={t.months}
        choices={months.map((month) => ({
          href: to(`/sedekah/laporan/${month.replace("-", "")}`),
          label: formatMonth(language, month),
          current: false,
        }))}
      />
    </Card>
  );
}
