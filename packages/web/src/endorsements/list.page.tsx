import { data, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { getEndorsement, getEndorsementItem } from "@tuwai/server/endorsements";
import { ButtonLink, Disclosure, Icon, Notice, Page, Pagination, readPage } from "#ui";
import { eligibilityTexts } from "#language/eligibility.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/list.page";
import { DecideForms, ReturnForm, WhoDecides } from "./decide-forms.tsx";
import { ExcludeForm } from "./exclude-form.tsx";
import { ItemTable } from "./item-table.tsx";
import { actOnList } from "./list-actions.ts";
import { ListSummary } from "./list-summary.tsx";

export const handle: Handle = { access: "list_decision.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const endorsementId = params.id;
  const { rows, ...list } = await getEndorsement(app, actor, { endorsementId, page: readPage(searchParams) });
  const waits = list.state === "proposed";
  const mayExclude = waits && may(actor, "list_decision.exclude");
  const excluding = mayExclude ? searchParams.get("keluarkan") : null;
  const asked = rows.find(({ person }) => person.code === excluding);
  const excluded =
    excluding === null
      ? null
      : (asked ?? (await getEndorsementItem(app, actor, { endorsementId, personId: excluding })));
  return {
    list,
    title: eligibilityTexts[languageOf(pathname)].list.title(list.villageName),
    items: rows.map((item) => ({ ...item, operation: app.newId() })),
    newcomers: rows.filter(({ change }) => change === "new").length,
    excluded: excluded?.included ? { ...excluded, operation: app.newId() } : null,
    isProposer: list.proposedBy === actor.userId,
    mayExclude,
    mayInclude: waits && may(actor, "list_decision.propose"),
    mayReturn:
      list.state === "approved" && list.proposedBy !== actor.userId && may(actor, "list_decision.approve"),
    mayApprove: waits && may(actor, "list_decision.approve"),
    operations: { approve: app.newId(), back: app.newId() },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const answer = await actOnList(...forUseCase(context), {
    form: await request.formData(),
    endorsementId: params.id,
    language,
  });
  if ("errors" in answer) return data(answer, answer.isStale ? 409 : 422);
  throw redirect(localPath(language, `/penetapan/${params.id}`), {
    status: 303,
    headers: flash("ok", answer.text),
  });
}

export default function ListPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(eligibilityTexts);
  const to = useLocalPath();
  const { list, excluded, isProposer } = page;
  const problem = actionData?.errors[""];
  return (
    <Page
      title={page.title}
      crumbs={[{ href: to("/penetapan"), label: t.lists.title }, { label: list.code }]}
      actions={
        <ButtonLink look="plain" href={to(`/penetapan/${list.id}/cetak`)}>
          <Icon name="print" /> {t.list.print}
        </ButtonLink>
      }
    >
      {problem !== undefined && (
        <Notice tone="warn" announce>
          {problem}
        </Notice>
      )}
      <ListSummary list={list} newcomers={page.newcomers} />
      <Decision page={page} errors={actionData?.errors} />
      {excluded && (
        <ExcludeForm item={excluded} version={list.version} error={actionData?.errors["alasan"]} />
      )}
      <ItemTable
        items={page.items}
        version={list.version}
        mayExclude={page.mayExclude}
        mayInclude={page.mayInclude}
      />
      <Pagination page={list.page} pages={list.pages} />
      {isProposer && list.state === "returned" && (
        <ButtonLink href={to("/penetapan")}>{t.propose.title}</ButtonLink>
      )}
    </Page>
  );
}

type Props = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly errors: Readonly<Record<string, string | undefined>> | undefined;
};

function Return({ page, errors }: Props) {
  return <ReturnForm version={page.list.version} operation={page.operations.back} errors={errors} />;
}

/** How the list stands for this reader: to decide on, to wait for, or decided. */
function Decision({ page, errors }: Props) {
  const t = useTexts(eligibilityTexts).decide;
  const { list, mayApprove, isProposer } = page;
  if (list.state === "approved")
    return (
      <>
        <Notice tone="ok">{t.wasApproved}</Notice>
        {list.returnAskedAt !== null && <Notice tone="warn">{t.returnAsked}</Notice>}
        {page.mayReturn && list.returnAskedAt !== null && <Return page={page} errors={errors} />}
        {page.mayReturn && list.returnAskedAt === null && (
          <Disclosure summary={t.returnTitle}>
            <Return page={page} errors={errors} />
          </Disclosure>
        )}
      </>
    );
  if (list.state === "withdrawn") return <Notice>{t.wasWithdrawn}</Notice>;
  if (list.state === "returned") return <Notice tone="warn">{t.wasReturned}</Notice>;
  if (!mayApprove || isProposer) return <WhoDecides isProposer={isProposer} />;
  return (
    <DecideForms
      version={list.version}
      included={list.included}
      operations={page.operations}
      errors={errors?.["catatan"] === undefined ? undefined : { catatan: errors["catatan"] }}
    />
  );
}
