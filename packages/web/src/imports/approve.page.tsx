import { Form, redirect } from "react-router";
import { approveImport } from "@tuwai/server/imports";
import { getAwaitingApproval } from "@tuwai/server/import-review";
import { shortDayOf } from "#language/day-of.ts";
import { villageNamer } from "#regions";
import { flash, formText, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { accountTexts } from "#language/accounts.ts";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, Card, DescriptionList, Notice, Page } from "#ui";
import type { Route } from "./+types/approve.page";
import { Equation } from "./equation.tsx";
import { StateTag } from "./state-tag.tsx";

export const handle: Handle = { access: "import.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const batch = await getAwaitingApproval(app, actor, { batchId: params.kode.toUpperCase() });
  const nameOf = await villageNamer(app, actor);
  const t = importStepTexts[language].approve;
  return {
    title: batch.isApprovedByMe ? t.doneTitle : t.title,
    batch,
    village: batch.villageCode === null ? null : (nameOf(batch.villageCode) ?? null),
    uploadedOn: shortDayOf(language, batch.uploadedAt),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const batch = await getAwaitingApproval(app, actor, { batchId: params.kode.toUpperCase() });
  const form = await request.formData();
  await approveImport(app, actor, {
    operationId: readOperationId(form, app),
    batchId: batch.id,
    version: Number(formText(form, "versi")),
  });
  throw redirect(localPath(language, `/impor/${batch.code}/setujui`), {
    status: 303,
    headers: flash("ok", importStepTexts[language].approve.approved),
  });
}

export default function ApprovePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).approve;
  const texts = useTexts(importTexts);
  const roles = useTexts(accountTexts).roles;
  const to = useLocalPath();
  const language = useLanguage();
  const { batch } = page;
  const isWaiting = batch.state === "awaiting-approval";
  return (
    <Page
      title={page.title}
      lead={isWaiting && !batch.isOwn ? t.lead : undefined}
      crumbs={[{ href: to("/impor/persetujuan"), label: t.listTitle }, { label: batch.code }]}
      narrow
    >
      <Card>
        <StateTag state={batch.state} />
        <DescriptionList
          facts={[
            { name: texts.history.file, value: batch.fileName },
            { name: texts.facts.kind, value: texts.kinds[batch.kind] },
            { name: texts.facts.village, value: page.village ?? texts.history.wholeCity },
            { name: texts.facts.by, value: roles[batch.uploadedRole] },
            { name: texts.facts.uploaded, value: page.uploadedOn },
          ]}
        />
        <Equation counts={batch.counts} />
        {batch.isOwn && isWaiting && <Notice tone="warn">{t.own}</Notice>}
        {isWaiting && !batch.isOwn && (
          <Form method="post" className="stack">
            <OperationField id={page.operation} />
            <input type="hidden" name="versi" value={batch.version} />
            <div>
              <Button>{t.submit(formatNumber(language, batch.counts.accepted))}</Button>
            </div>
          </Form>
        )}
      </Card>
    </Page>
  );
}
