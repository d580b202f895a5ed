import { redirect } from "react-router";
import { decideRequest, listAccountRequests } from "@tuwai/server/accounts";
import { AppError } from "@tuwai/server/app";
import { DecisionForm, readDecision } from "#decisions";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { dayOf } from "#language/day-of.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Card, EmptyState, Page } from "#ui";
import type { Route } from "./+types/account-requests.page";
import { InvitationSlip } from "./invitation-slip.tsx";
import { listPlaces } from "./place-choices.ts";
import { wordsOfScope } from "./place-words.ts";
import { requireProof } from "./require-proof.ts";
import { letterFor } from "./write-letter.ts";

/** Agreeing, with the code sent to its owner and shown to nobody. */
const byMail = "approve-by-mail";

export const handle: Handle = { access: "user.grant_role" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountAdminTexts[languageOf(location.pathname)].requests.title);

export async function loader({ context }: Route.LoaderArgs) {
  const use = forUseCase(context);
  const requests = await listAccountRequests(...use);
  if (requests.some(({ isOwn }) => !isOwn)) requireProof(use[1]);
  return { requests, places: await listPlaces(...use), mayMail: use[0].config.mail !== null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = accountAdminTexts[language].requests;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const requestId = formText(form, "permintaan");
  const isByMail = formText(form, "putusan") === byMail;
  const verdict = isByMail ? "approve" : readDecision(form, app).verdict;
  if (isByMail) form.set("surat", "surel");
  const asked = (await listAccountRequests(app, actor)).find((each) => each.requestId === requestId);
  const area = wordsOfScope(await listPlaces(app, actor), asked?.scope ?? null);
  const words = asked?.role == null ? null : accountTexts[language].roles[asked.role];
  const invited = { name: asked?.name ?? "", email: asked?.email ?? "", role: words, area };
  const purpose = asked?.kind === "reset" ? "reset" : "invitation";
  const letter = letterFor({ app, request, form, language }, purpose, invited);
  const answer = await decideRequest(app, actor, { requestId, verdict, letter }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  });
  if (answer?.outcome === "done" && answer.code !== null) return { code: answer.code, invited };
  const isMailed = answer?.outcome === "done" && answer.isMailed === true;
  const approved = isMailed ? accountAdminTexts[language].mail.posted : t.approved;
  const decided = flash("ok", verdict === "approve" ? approved : t.refused);
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
            <DecisionForm
              withoutReason
              otherWay={
                page.mayMail && asked.givesCode && !asked.dropsSecondFactor
                  ? { value: byMail, label: t.approveByMail }
                  : undefined
              }
            >
              <input type="hidden" name="permintaan" value={requestId} />
              <p>{t.check}</p>
            </DecisionForm>
          )}
        </Card>
      ))}
    </Page>
  );
}
