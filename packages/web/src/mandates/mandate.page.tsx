import { data, redirect } from "react-router";
import { getMyMandate, keepOwnAccount, type MyMandate } from "@tuwai/server/mandates";
import { languageOf, localPath } from "#language/language.ts";
import { mandateTexts } from "#language/mandates.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { ButtonLink, Card, DescriptionList, EmptyState, ErrorSummary, type FormErrors, Page } from "#ui";
import type { Route } from "./+types/mandate.page";
import { OwnAccountForm } from "./own-account-form.tsx";
import { TransferCard } from "./transfer-card.tsx";

export const handle: Handle = { access: "pledge.mandate.print" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(mandateTexts[languageOf(location.pathname)].mine.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return { mandate: await getMyMandate(app, actor), operation: app.newId() };
}

type Answer = {
  readonly errors: FormErrors;
  readonly typed: { readonly bank: string; readonly number: string };
};

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = mandateTexts[language].mine;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const forget = formText(form, "aksi") === "hapus";
  const typed = forget
    ? { bank: "", number: "" }
    : { bank: formText(form, "bank"), number: formText(form, "nomor") };
  const operationId = readOperationId(form, app);
  const answer = await keepOwnAccount(app, actor, { operationId, ...typed });
  if (answer.outcome === "refused") {
    const errors = Object.fromEntries(
      answer.wrong.map((part) => (part === "bank" ? ["bank", t.wrongBank] : ["nomor", t.wrongNumber])),
    );
    return data<Answer>({ errors, typed }, 422);
  }
  throw redirect(localPath(language, "/sponsor/saya/mandat"), {
    status: 303,
    headers: flash("ok", answer.outcome === "kept" ? t.kept : t.forgotten),
  });
}

export default function MandatePage({
  loaderData: { mandate, operation },
  actionData,
}: Route.ComponentProps) {
  const t = useTexts(mandateTexts).mine;
  const { mine } = useTexts(sponsorTexts);
  const to = useLocalPath();
  const crumbs = [{ href: to("/sponsor/saya"), label: mine.title }, { label: t.title }];
  if (mandate === null)
    return (
      <Page title={t.title} crumbs={crumbs} narrow>
        <EmptyState
          title={t.none}
          action={<ButtonLink href={to("/sponsor/saya/ikrar")}>{mine.join}</ButtonLink>}
        />
      </Page>
    );
  const { letter, isActive } = mandate;
  return (
    <Page
      title={t.title}
      lead={letter.stopped === null ? t.lead : t.stopped(letter.stopped)}
      crumbs={crumbs}
      actions={<ButtonLink href={to("/sponsor/saya/mandat/surat")}>{t.download}</ButtonLink>}
      narrow
    >
      <ErrorSummary errors={actionData?.errors} />
      <Terms mandate={mandate} />
      {letter.channel === "own-transfer" && isActive && <TransferCard letter={letter} />}
      {isActive && (
        <OwnAccountForm isKept={mandate.accountEnds !== null} operation={operation} answer={actionData} />
      )}
      <Card title={t.next}>
        <ol>
          {(letter.channel === "payroll" ? t.payrollSteps : t.bankSteps).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}

function Terms({ mandate: { letter, accountEnds } }: { readonly mandate: MyMandate }) {
  const t = useTexts(mandateTexts).mine;
  return (
    <Card title={t.says}>
      <DescriptionList
        facts={[
          { name: t.code, value: letter.code },
          { name: t.giver, value: letter.name },
          { name: t.nip, value: letter.nip ?? t.byHand },
          { name: t.office, value: letter.office },
          { name: t.workers, value: letter.workers },
          { name: t.cap, value: letter.cap },
          ...letter.prices.map(({ what, amount }) => ({ name: what, value: amount })),
          { name: t.from, value: letter.from },
          {
            name: t.receiver,
            value:
              letter.receiver === null
                ? t.noReceiver
                : `${letter.receiver.holder}, ${letter.receiver.bank} ${letter.receiver.number}`,
          },
          { name: t.account, value: accountEnds === null ? t.byHand : t.endsWith(accountEnds) },
        ]}
      />
    </Card>
  );
}
