import { redirect } from "react-router";
import { decideRequest, listAccountRequests } from "@tuwai/server/accounts";
import { AppError } from "@tuwai/server/app";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { dayOf } from "#language/day-of.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Actions, Button, Card, EmptyState, Page } from "#ui";
import type { Route } from "./+types/account-requests.page";
import { InvitationSlip } from "./invitation-slip.tsx";
import { listPlaces } from "./place-choices.ts";
import { wordsOfScope } from "./place-words.ts";
import { requireProof } from "./require-proof.ts";

export const handle: Handle = { access: "user.grant_role" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountAdminTexts[languageOf(location.pathname)].requests.title);

export async function loader({ context }: Route.LoaderArgs) {
  const use = forUseCase(context);
  const requests = await listAccountRequests(...use);
  if (requests.some(({ isOwn }) => !isOwn)) requireProof(use[1]);
  return { requests, places: await listPlaces(...use) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = accountAdminTexts[language].requests;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const requestId = formText(form, "permintaan");
  const verdict = formText(form, "putusan");
  const asked = (await listAccountRequests(app, actor)).find((each) => each.requestId === requestId);
  const answer = await decideRequest(app, actor, { requestId, verdict }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  });
  if (answer?.outcome === "done" && answer.code !== null && asked !== undefined) {
    const { name, email, role, scope } = asked;
    const words = role === null ? null : accountTexts[language].roles[role];
    const area = wordsOfScope(await listPlaces(app, actor), scope);
    const shown = { code: answer.code, invited: { name, email, role: words, area } };
    return shown;
  }
  const decided = verdict === "approve" ? flash("ok", t.approved) : flash("ok", t.refused);
  const headers = answer === null ? flash("warn", t.gone) : decided;
  throw redirect(localPath(language, "/admin/pengguna/persetujuan"), { status: 303, headers });
}

export default function AccountRequestsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(accountAdminTexts).requests;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  if (actionData) return <InvitationSlip invited={actionData.invited} code={actionData.code} />;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {page.requests.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {page.requests.map(({ requestId, name, email, role, scope, ...asked }) => (
        <Card key={requestId} title={name}>
          <p>
            {role === null
              ? asked.dropsSecondFactor
                ? t.resetPhone
                : t.reset
              : t.appoint([roles[role], wordsOfScope(page.places, scope)].filter(Boolean).join(", "))}
          </p>
          <p>{email}</p>
          <p className="quiet">{t.askedBy(asked.askedBy ?? "–", dayOf(language, asked.askedAt))}</p>
          {asked.isOwn ? (
            <p>{t.own}</p>
          ) : (
            <form method="post" className="form">
              <input type="hidden" name="permintaan" value={requestId} />
              <p>{t.check}</p>
              <Actions>
                <Button name="putusan" value="approve">
                  {t.approve}
                </Button>
                <Button look="plain" name="putusan" value="refuse">
                  {t.refuse}
                </Button>
              </Actions>
            </form>
          )}
        </Card>
      ))}
    </Page>
  );
}
