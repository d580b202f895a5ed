import { almsChannels } from "@tuwai/domain/alms";
import { getMyAlms, makeOwnAlmsPledge, type MyAlms, stopOwnAlmsPledge } from "@tuwai/server/alms";
import { data, redirect } from "react-router";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/my-alms.page";
import { type PledgeAnswer, PledgeForm } from "./pledge-form.tsx";
import { pledgeFields, readPledgeForm, typedIn } from "./read-pledge.ts";
import { sayCount } from "./sums-table.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "donation.pledge.own" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(almsTexts[languageOf(location.pathname)].mine.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const mine = await getMyAlms(app, actor);
  return {
    ...mine,
    receipts: mine.receipts.map((receipt) => ({ ...receipt, operation: app.newId() })),
    operation: app.newId(),
    stopOperation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = almsTexts[language].mine;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const almsPledgeCode = formText(form, "hentikan");
  const back = (said: string) =>
    redirect(localPath(language, "/sponsor/saya/sedekah"), { status: 303, headers: flash("ok", said) });
  if (almsPledgeCode !== "") {
    await stopOwnAlmsPledge(app, actor, { operationId, almsPledgeCode });
    throw back(t.stopped);
  }
  const answer = await makeOwnAlmsPledge(app, actor, { operationId, ...readPledgeForm(form) });
  if (answer.outcome === "pledged") throw back(t.made);
  return data<PledgeAnswer>({ reasons: answer.reasons, typed: typedIn(form, pledgeFields) }, 422);
}

export default function MyAlmsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { mine: t, holder } = useTexts(almsTexts);
  const sponsor = useTexts(sponsorTexts).mine;
  const to = useLocalPath();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: to("/sponsor/saya"), label: sponsor.title }, { label: t.title }]}
      narrow
    >
      {page.pledges.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Pledges pledges={page.pledges} operation={page.stopOperation} />
      )}
      {page.receipts.length > 0 && <Receipts receipts={page.receipts} />}
      {page.thanks.length > 0 && <ThanksCard thanks={page.thanks} />}
      {page.campaigns.length === 0 ? (
        <p>{holder.none}</p>
      ) : (
        <Card title={t.make}>
          <PledgeForm
            campaigns={page.campaigns}
            channels={almsChannels}
            operation={page.operation}
            failed={actionData}
            submit={t.submit}
          />
        </Card>
      )}
    </Page>
  );
}

function Pledges({ pledges, operation }: Pick<MyAlms, "pledges"> & { readonly operation: string }) {
  const { mine: t, form } = useTexts(almsTexts);
  const language = useLanguage();
  return (
    <Table
      caption={t.pledges}
      rows={pledges}
      keyOf={({ code }) => code}
      columns={[
        {
          key: "what",
          head: t.columns.what,
          cell: ({ campaign, channel, rhythm }) =>
            `${campaign.title}, ${form.channels[channel]}, ${form.rhythms[rhythm]}`,
        },
        {
          key: "amount",
          head: t.columns.amount,
          number: true,
          cell: ({ amountRupiah }) => formatRupiah(language, amountRupiah),
        },
        { key: "code", head: t.columns.code, cell: ({ code }) => code.replaceAll(/(.{4})(?=.)/g, "$1 ") },
        {
          key: "state",
          head: t.columns.state,
          phone: "wide",
          cell: ({ code, stoppedAt }) =>
            stoppedAt === null ? (
              <form method="post">
                {t.active} <input type="hidden" name="hentikan" value={code} />
                <OperationField id={operation} />
                <Button look="plain" small>
                  {t.stop}
                </Button>
              </form>
            ) : (
              t.isStopped
            ),
        },
      ]}
    />
  );
}

type ReceiptsProps = Pick<Route.ComponentProps["loaderData"], "receipts">;

function Receipts({ receipts }: ReceiptsProps) {
  const t = useTexts(almsTexts).mine;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.receipts}
      rows={receipts}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "number",
          head: t.receiptColumns.number,
          cell: ({ code, number }) => <a href={to(`/sedekah/kuitansi/${code}`)}>{number}</a>,
        },
        { key: "on", head: t.receiptColumns.on, cell: ({ on }) => formatDate(language, on) },
        {
          key: "amount",
          head: t.receiptColumns.amount,
          number: true,
          cell: ({ rupiah }) => formatRupiah(language, rupiah),
        },
        {
          key: "state",
          head: t.receiptColumns.state,
          phone: "wide",
          cell: ({ id, number, isWithdrawn, operation }) => (
            <form method="post" action={to("/sedekah/kuitansi")}>
              {isWithdrawn ? t.withdrawn : t.valid} <input type="hidden" name="kuitansi" value={id} />
              <OperationField id={operation} />
              <Button look="plain" small>
                {t.printIt} <span className="hidden-visually">{number}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

function ThanksCard({ thanks }: Pick<MyAlms, "thanks">) {
  const t = useTexts(almsTexts).mine;
  const language = useLanguage();
  return (
    <Card title={t.thanks}>
      <ul>
        {thanks.map(({ title, on, children }) => (
          <li key={`${title}|${on}`}>
            {t.thanked(title, formatDate(language, on), sayCount(language, children))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
