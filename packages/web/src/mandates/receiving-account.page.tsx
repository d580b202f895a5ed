import { data, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { getReceivingAccounts, type ShownAccount } from "@tuwai/server/mandates";
import { ContributionTabs, seenSections } from "#contributions";
import { languageOf, localPath } from "#language/language.ts";
import { mandateTexts } from "#language/mandates.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import { Actions, Button, Card, DescriptionList, EmptyState, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/receiving-account.page";
import { AccountForm } from "./account-form.tsx";
import { AccountHistory } from "./account-history.tsx";
import { answerAccount } from "./answer-account.ts";

export const handle: Handle = { access: "receiving_account.history.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(mandateTexts[languageOf(location.pathname)].accounts.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const accounts = await getReceivingAccounts(app, actor);
  return {
    accounts,
    inForce:
      accounts
        .filter(({ decision }) => decision === "approved")
        .toSorted((a, b) => Number(b.decidedAt) - Number(a.decidedAt))[0] ?? null,
    waiting: accounts.find(({ decision }) => decision === null) ?? null,
    mayPropose: may(actor, "receiving_account.propose"),
    mayDecide: may(actor, "receiving_account.decide"),
    sections: seenSections(actor),
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const answer = await answerAccount(...forUseCase(context), await request.formData(), language);
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/iuran/rekening"), { status: 303, headers: flash("ok", answer.says) });
}

export default function ReceivingAccountPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(mandateTexts).accounts;
  const { inForce, waiting } = page;
  return (
    <Page title={t.title} lead={inForce === null ? t.leadNone : t.lead(inForce.bank, inForce.number)} narrow>
      <ContributionTabs here="account" seen={page.sections} />
      <ErrorSummary errors={actionData?.errors} />
      {inForce === null && waiting === null && !page.mayPropose && (
        <EmptyState title={t.leadNone}>
          <p>{t.whoDoes}</p>
        </EmptyState>
      )}
      {waiting !== null && <WaitingCard account={waiting} page={page} />}
      {page.mayPropose && waiting === null && (
        <AccountForm isFirst={inForce === null} operation={page.operation} answer={actionData} />
      )}
      {page.accounts.length > 0 && <AccountHistory accounts={page.accounts} inForceId={inForce?.id} />}
    </Page>
  );
}

type WaitingProps = {
  readonly account: ShownAccount;
  readonly page: Pick<Route.ComponentProps["loaderData"], "mayDecide" | "operation">;
};

function WaitingCard({ account, page }: WaitingProps) {
  const t = useTexts(mandateTexts).accounts;
  return (
    <Card title={t.waits}>
      <DescriptionList
        facts={[
          { name: t.labels.holder, value: account.holder },
          { name: t.labels.bank, value: account.bank },
          { name: t.labels.number, value: account.number },
        ]}
      />
      <Notice tone="warn">{account.isOwn ? t.yourOwn : t.compare}</Notice>
      {page.mayDecide && (
        <form method="post">
          <OperationField id={page.operation} />
          <input type="hidden" name="usulan" value={account.id} />
          <Actions>
            {!account.isOwn && (
              <Button name="putusan" value="setuju">
                {t.approve}
              </Button>
            )}
            <Button look="plain" name="putusan" value="tolak">
              {account.isOwn ? t.takeBack : t.refuse}
            </Button>
          </Actions>
        </form>
      )}
    </Card>
  );
}
