import { Form, redirect } from "react-router";
import { getMyPledge, previewStop, stopPledge } from "@tuwai/server/sponsors";
import { flash, formText, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { formatDate, formatMonth } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, Button, ButtonLink, Card, Choices, EmptyState, Page, optionsOf } from "#ui";
import type { Route } from "./+types/stop-pledge.page";

export const handle: Handle = { access: "pledge.sign" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pledge, workers } = await getMyPledge(app, actor);
  const isActive = pledge?.state === "active";
  return {
    title: sponsorTexts[languageOf(new URL(request.url).pathname)].stop.title,
    operation: app.newId(),
    pledge: isActive ? { id: pledge.id, version: pledge.version } : null,
    paidUntil:
      workers
        .flatMap((worker) => worker.paidUntil ?? [])
        .toSorted()
        .at(0) ?? null,
    terms: isActive ? await previewStop(app, actor) : null,
  };
}

const reasons = ["no-reason", "retired", "moved-office", "money", "other"] as const;

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const reason = reasons.find((known) => known === formText(form, "alasan")) ?? "no-reason";
  const { stopMonth } = await stopPledge(app, actor, {
    operationId: readOperationId(form, app),
    pledgeId: formText(form, "mandat"),
    version: Number(formText(form, "versi")),
    reason,
  });
  const headers = flash("ok", sponsorTexts[language].stop.done(formatMonth(language, stopMonth)));
  throw redirect(localPath(language, "/sponsor/saya"), { status: 303, headers });
}

export default function StopPledgePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).stop;
  const language = useLanguage();
  const to = useLocalPath();
  const back = (
    <ButtonLink look="plain" href={to("/sponsor/saya")}>
      {t.back}
    </ButtonLink>
  );
  if (page.pledge === null || page.terms === null) {
    return (
      <Page title={page.title} narrow>
        <EmptyState title={t.nothing} action={back} />
      </Page>
    );
  }
  const { stopMonth, lockDay, owed } = page.terms;
  const month = formatMonth(language, stopMonth);
  return (
    <Page title={t.from(month)} lead={t.lead} narrow>
      <Card title={t.when}>
        <ul>
          <li>{t.lock(String(lockDay))}</li>
          {owed !== null && <li>{t.owed(formatMonth(language, owed))}</li>}
          {page.paidUntil !== null && <li>{t.coveredUntil(formatDate(language, page.paidUntil))}</li>}
          {t.whenSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Card>
      <Form method="post" className="form">
        <OperationField id={page.operation} />
        <input type="hidden" name="mandat" value={page.pledge.id} />
        <input type="hidden" name="versi" value={page.pledge.version} />
        <Choices name="alasan" label={t.reason} options={optionsOf(t.reasons)} value="no-reason" />
        <Actions>
          <Button>{t.submit(month)}</Button>
          {back}
        </Actions>
      </Form>
    </Page>
  );
}
