import { monthOf } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { getAlmsDesk } from "@tuwai/server/alms";
import { data, redirect } from "react-router";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { type ActForms, flash, forUseCase, type Handle, pageMeta } from "#shell";
import {
  ButtonLink,
  Card,
  Disclosure,
  EmptyState,
  LinkChips,
  Notice,
  Page,
  Pagination,
  readPage,
  Table,
} from "#ui";
import type { Route } from "./+types/desk.page";
import { actOnDesk, deskActs } from "./act-on-desk.ts";
import { CampaignForm } from "./campaign-form.tsx";
import { CostForm, PlanForm, ReceiveForm } from "./money-forms.tsx";
import { ReceiptTable } from "./receipt-table.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "donation.desk.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(almsDeskTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { searchParams } = new URL(request.url);
  const campaignCode = searchParams.get("kampanye") ?? undefined;
  const desk = await getAlmsDesk(app, actor, { campaignCode, page: readPage(searchParams) });
  const rows = desk.receipts.rows.map((row) => ({ ...row, operation: app.newId() }));
  return {
    desk: { ...desk, receipts: { ...desk.receipts, rows } },
    today: app.clock.today(),
    mayOpen: may(actor, "donation.campaign.write"),
    mayPlan: may(actor, "donation.plan"),
    mayReceive: may(actor, "donation.receive"),
    mayDisburse: may(actor, "donation.disburse"),
    operations: Object.fromEntries(deskActs.map((act) => [act, app.newId()])),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const answer = await actOnDesk(...forUseCase(context), { form: await request.formData(), language });
  if (answer !== null && "error" in answer) return data(answer, 422);
  const to = answer?.to ?? `/sedekah/kelola${search}`;
  throw redirect(localPath(language, to), {
    status: 303,
    headers: answer === null ? {} : flash("ok", answer.said),
  });
}

type PageData = Route.ComponentProps["loaderData"];

export default function DeskPage({ loaderData: page, actionData: failed }: Route.ComponentProps) {
  const t = useTexts(almsDeskTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { campaign, campaigns, fund } = page.desk;
  const forms: ActForms = { operations: page.operations, failed };
  const month = monthOf(page.today).replace("-", "");
  return (
    <Page
      title={campaign === null ? t.title : `${formatRupiah(language, fund)} ${t.headline}`}
      lead={campaign?.title}
      actions={
        <ButtonLink look="plain" href={to(`/sedekah/laporan/${month}`)}>
          {t.report}
        </ButtonLink>
      }
    >
      <NextStep page={page} />
      {campaigns.length > 1 && (
        <LinkChips
          label={t.choose}
          choices={campaigns.map(({ code, title }) => ({
            href: to(`/sedekah/kelola?kampanye=${code}`),
            label: title,
            current: code === campaign?.code,
          }))}
        />
      )}
      {campaign !== null && <Of page={page} forms={forms} />}
      {page.mayOpen && (
        <Disclosure summary={t.campaign.open} isOpen={campaign === null || failed?.act === "buka"}>
          <CampaignForm campaign={null} forms={forms} />
        </Disclosure>
      )}
    </Page>
  );
}

/** One thing to do, and where. */
function NextStep({ page }: { readonly page: PageData }) {
  const t = useTexts(almsDeskTexts);
  const to = useLocalPath();
  const { nextStep, rounds } = page.desk;
  const states = {
    approve: "locked",
    "wait-approval": "locked",
    pay: "approved",
    prove: "paid",
    lock: "draft",
  } as const;
  const state = nextStep in states ? states[nextStep as keyof typeof states] : null;
  const round = rounds.find((each) => each.state === state && (nextStep !== "approve" || !each.isOwnLock));
  return (
    <Notice title={`${t.next.title}:`}>
      {t.next[nextStep]}{" "}
      {round !== undefined && page.mayDisburse && (
        <a href={to(`/sedekah/kelola/putaran/${round.code}`)}>{t.next.open}</a>
      )}
    </Notice>
  );
}

function Of({ page, forms }: { readonly page: PageData; readonly forms: ActForms }) {
  const t = useTexts(almsDeskTexts);
  const { desk, today } = page;
  const campaign = desk.campaign!;
  const ofForm = { campaignId: campaign.id, forms, today };
  const endsSoon = desk.campaigns.find(({ id }) => id === campaign.id)?.permitEndsSoon ?? false;
  const isOpen = (act: string) => forms.failed?.act === act;
  return (
    <>
      {endsSoon && <Notice tone="warn">{t.campaign.endsSoon}</Notice>}
      {page.mayReceive && (
        <Disclosure summary={t.receive.title} isOpen={desk.nextStep === "receive" || isOpen("terima")}>
          <ReceiveForm {...ofForm} />
        </Disclosure>
      )}
      {page.mayPlan && (
        <Disclosure summary={t.rounds.plan} isOpen={desk.nextStep === "plan" || isOpen("rencana")}>
          <PlanForm {...ofForm} />
        </Disclosure>
      )}
      <Rounds page={page} />
      <Pledges page={page} />
      {isOpen("cabut") && (
        <Notice tone="err" announce>
          {forms.failed!.error}
        </Notice>
      )}
      <ReceiptTable rows={desk.receipts.rows} forms={forms} mayWrite={page.mayReceive} />
      <Pagination page={desk.receipts.page} pages={desk.receipts.pages} />
      <Costs page={page} />
      {page.mayReceive && (
        <Disclosure summary={t.cost.title} isOpen={isOpen("biaya")}>
          <CostForm {...ofForm} room={desk.costRoom} />
        </Disclosure>
      )}
      {page.mayOpen && (
        <Disclosure summary={t.campaign.change} isOpen={isOpen("ubah")}>
          <CampaignForm campaign={campaign} forms={forms} />
        </Disclosure>
      )}
    </>
  );
}

function Rounds({ page }: { readonly page: PageData }) {
  const t = useTexts(almsDeskTexts).rounds;
  const language = useLanguage();
  const to = useLocalPath();
  const { rounds } = page.desk;
  if (rounds.length === 0) return <EmptyState title={t.none} />;
  return (
    <Table
      caption={t.title}
      rows={rounds}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          head: t.columns.name,
          cell: ({ code, title }) =>
            page.mayDisburse ? <a href={to(`/sedekah/kelola/putaran/${code}`)}>{title}</a> : title,
        },
        {
          key: "on",
          head: t.columns.on,
          cell: ({ paidOn, plannedOn }) => formatDate(language, paidOn ?? plannedOn),
        },
        {
          key: "children",
          head: t.columns.children,
          number: true,
          cell: ({ children }) => (children === null ? "–" : formatNumber(language, children)),
        },
        {
          key: "total",
          head: t.columns.total,
          number: true,
          cell: ({ totalRupiah }) => (totalRupiah === null ? "–" : formatRupiah(language, totalRupiah)),
        },
        { key: "state", head: t.columns.state, cell: ({ state }) => t.states[state] },
      ]}
    />
  );
}

function Pledges({ page }: { readonly page: PageData }) {
  const t = useTexts(almsDeskTexts).pledges;
  const { channels, rhythms } = useTexts(almsTexts).form;
  const language = useLanguage();
  const { pledges } = page.desk;
  return (
    <Card title={t.title}>
      {pledges.length === 0 && <p>{t.none}</p>}
      <ul>
        {pledges.map(({ channel, rhythm, pledges: n, rupiah }) => (
          <li key={`${channel}|${rhythm}`}>
            {t.line(
              formatNumber(language, n),
              channels[channel],
              rhythms[rhythm],
              formatRupiah(language, rupiah),
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t.note}</p>
    </Card>
  );
}

function Costs({ page }: { readonly page: PageData }) {
  const t = useTexts(almsDeskTexts).cost;
  const language = useLanguage();
  const { costs } = page.desk;
  if (costs.length === 0) return null;
  return (
    <Card title={t.list}>
      <ul>
        {costs.map(({ id, valueDate, reason, rupiah }) => (
          <li key={id}>
            {formatDate(language, valueDate)}: {formatRupiah(language, rupiah)}, {reason}
          </li>
        ))}
      </ul>
    </Card>
  );
}
