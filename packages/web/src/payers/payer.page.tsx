import { may } from "@tuwai/server/access";
import { getPayer, type OnePayer } from "@tuwai/server/payers";
import { listReservations } from "@tuwai/server/reservations";
import { data, Form, redirect } from "react-router";
import { formatDate, formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
} from "#ui";
import type { Route } from "./+types/payer.page";
import { extendHeld, fundHeld, releaseHeld } from "./held-actions.ts";
import { HeldWorkers } from "./held-workers.tsx";
import { HandoverTable } from "./handover-table.tsx";
import { enterNewPeriod, notePayerTerms, takeBackHandOver, takeBackPeriod } from "./payer-actions.ts";
import { fundWords } from "./fund-words.ts";
import { PeriodForm, PeriodTable, WithdrawForm } from "./periods.tsx";
import { TermFields } from "./term-fields.tsx";

export const handle: Handle = { access: "payer.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const payer = await getPayer(app, actor, { payerId: params.pembayar });
  const { searchParams } = new URL(request.url);
  const mayReserve = may(actor, "payer.reserve");
  const held = mayReserve ? await listReservations(app, actor, { payerId: payer.id }) : [];
  return {
    title: payer.name,
    payer,
    withdrawing: payer.periods.find(({ id }) => id === searchParams.get("tarik")) ?? null,
    held,
    changing: held.find(({ id }) => id === searchParams.get("ubah")) ?? null,
    mayWrite: may(actor, "payer.write"),
    mayHandOver: may(actor, "payer.hand_over"),
    operations: [app.newId(), app.newId(), app.newId(), app.newId()] as const,
    heldOperations: [app.newId(), app.newId()] as const,
  };
}

const acts = {
  keterangan: notePayerTerms,
  masa: enterNewPeriod,
  tarik: takeBackPeriod,
  urungkan: takeBackHandOver,
  danai: fundHeld,
  perpanjang: extendHeld,
  lepas: releaseHeld,
};

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actionOf(form, acts)(app, actor, { form, language, payerId: params.pembayar });
  if ("errors" in answer) return data({ errors: answer.errors }, 422);
  const headers = flash(answer.tone ?? "ok", answer.done);
  throw redirect(localPath(language, `/iuran/pembayar/${params.pembayar}`), { status: 303, headers });
}

export default function PayerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payerTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { payer, operations } = page;
  const errors: FormErrors = actionData?.errors ?? {};
  const mayGo = page.mayHandOver && payer.workers > 0 && payer.kind !== "pooled-asn";
  return (
    <Page
      title={page.title}
      lead={t.one.lead(formatNumber(language, payer.workers))}
      crumbs={[{ href: to("/iuran/pembayar"), label: t.title }, { label: page.title }]}
      actions={
        mayGo ? (
          <ButtonLink
            look={payer.outlook.handOverFrom === null ? "plain" : "main"}
            href={to(`/iuran/pembayar/${payer.id}/serah-terima`)}
          >
            {t.handOver.open}
          </ButtonLink>
        ) : undefined
      }
    >
      <ErrorSummary errors={errors} />
      <Asked payer={payer} />
      <Facts payer={payer} />
      <Card title={t.periods.title}>
        <PeriodTable payer={payer} mayWrite={page.mayWrite} />
        {page.withdrawing !== null && (
          <WithdrawForm period={page.withdrawing} operation={operations[0]} errors={errors} />
        )}
        {page.mayWrite && <PeriodForm operation={operations[1]} errors={errors} />}
      </Card>
      {page.held.length > 0 && (
        <HeldWorkers
          payerId={payer.id}
          held={page.held}
          changing={page.changing}
          operations={page.heldOperations}
          errors={errors}
        />
      )}
      {payer.handovers.length > 0 && (
        <HandoverTable payer={payer} mayUndo={page.mayHandOver} operation={operations[2]} />
      )}
      {page.mayWrite && (
        <Disclosure
          summary={t.one.edit}
          isOpen={["nama", "kontak", "perjanjian"].some((name) => name in errors)}
        >
          <Form method="post" className="form" noValidate>
            <OperationField id={operations[3]} />
            <input type="hidden" name="versi" value={payer.version} />
            <TermFields payer={payer} errors={errors} />
            <div>
              <Button name="aksi" value="keterangan" look="plain">
                {t.one.save}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Page>
  );
}

/** What somebody has to decide, and by when. */
function Asked({ payer: { outlook } }: { readonly payer: OnePayer }) {
  const t = useTexts(payerTexts).handOver;
  const language = useLanguage();
  if (outlook.handOverFrom === null || outlook.endsOn === null) return null;
  const day = formatDate(language, outlook.endsOn);
  return (
    <Notice tone="warn">
      {outlook.state === "over" ? t.over(day) : t.asked(day, formatMonth(language, outlook.handOverFrom))}
    </Notice>
  );
}

function Facts({ payer }: { readonly payer: OnePayer }) {
  const t = useTexts(payerTexts);
  const language = useLanguage();
  const { facts, unknown, noPrice, fullHint } = t.one;
  const { owedRupiah, paidRupiah, paidMonths, fullMonths, rupiahPerFullMonth } = payer.sums;
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <>
      <DescriptionList
        facts={[
          { name: facts.kind, value: t.kinds[payer.kind] },
          { name: facts.contact, value: payer.contact ?? unknown },
          { name: facts.agreement, value: payer.agreement ?? unknown },
          { name: facts.until, value: fundWords(language, payer) },
          { name: facts.owed, value: rupiah(owedRupiah) },
          { name: facts.paid, value: rupiah(paidRupiah) },
          { name: facts.months, value: formatNumber(language, paidMonths) },
          { name: facts.full, value: formatNumber(language, fullMonths) },
          { name: facts.each, value: rupiahPerFullMonth === null ? noPrice : rupiah(rupiahPerFullMonth) },
        ]}
      />
      <p className="quiet small">{fullHint}</p>
    </>
  );
}
