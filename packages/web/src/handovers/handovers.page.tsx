import { isAppError } from "@tuwai/server/app";
import { spellCardCode } from "@tuwai/server/cards";
import { listHandovers, makeHandover, revokeHandover } from "@tuwai/server/handovers";
import { data, redirect } from "react-router";
import { handoverTexts } from "#language/handovers.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, pageMeta, readOperationId } from "#shell";
import { Notice, Page } from "#ui";
import type { Route } from "./+types/handovers.page";
import { HandoverCard } from "./handover-card.tsx";
import { MakeForm } from "./make-form.tsx";
import { readHandover, typedOf } from "./read-handover.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "handover.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const found = await listHandovers(app, actor, { childCode: params.kode });
  const t = handoverTexts[language].finding;
  const running = found.handovers.filter(({ standing }) => ["offered", "accepted"].includes(standing)).length;
  const child = `YT-${found.childCode}`;
  return {
    ...found,
    child,
    title:
      found.handovers.length === 0
        ? t.none(child)
        : running === 0
          ? t.noneRunning(child)
          : t.running(child, formatNumber(language, running)),
    today: app.clock.today(),
    operation: app.newId(),
    handovers: found.handovers.map((each) => ({ ...each, operation: app.newId() })),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = handoverTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const of = { operationId: readOperationId(form, app), childCode: params.kode };
  const done = (said: string) =>
    redirect(localPath(language, `/yatim/${params.kode}/serah-terima`), {
      status: 303,
      headers: flash("ok", said),
    });
  const failed = (reasons: readonly (keyof typeof t.refusals)[]) =>
    data({ error: reasons.map((reason) => t.refusals[reason]).join(" "), typed: typedOf(form) }, 422);
  try {
    if (formText(form, "tindakan") === "cabut") {
      const answer = await revokeHandover(app, actor, { ...of, handoverCode: formText(form, "kode") });
      if (answer.outcome === "refused") return failed(answer.reasons);
      throw done(t.done.revoked);
    }
    const answer = await makeHandover(app, actor, { ...of, ...readHandover(form) });
    if (answer.outcome === "refused") return failed(answer.reasons);
    throw done(t.done.made(spellCardCode(answer.handoverCode)));
  } catch (error) {
    if (isAppError(error) && error.code === "invalid-input") return failed(["no-number"]);
    throw error;
  }
}

export default function HandoversPage({ loaderData: page, actionData: failed }: Route.ComponentProps) {
  const t = useTexts(handoverTexts);
  const to = useLocalPath();
  return (
    <Page
      title={page.title}
      lead={t.lead}
      narrow
      crumbs={[{ href: to(`/yatim/${page.childCode}`), label: page.child }, { label: t.title }]}
    >
      {failed !== undefined && (
        <Notice tone="err" announce>
          {failed.error}
        </Notice>
      )}
      {page.handovers.length === 0 && <p>{t.list.none}</p>}
      {page.handovers.map((handover) => (
        <HandoverCard key={handover.id} handover={handover} mayMake={page.can.make} />
      ))}
      {page.can.make && <MakeForm today={page.today} operation={page.operation} typed={failed?.typed} />}
    </Page>
  );
}
