import { may } from "@tuwai/server/access";
import { getAftercare, getFamilyWelfare } from "@tuwai/server/aftercare";
import { data, redirect } from "react-router";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Page } from "#ui";
import type { Route } from "./+types/family.page";
import { actOnFamily } from "./act-on-family.ts";
import { aftercarePath, spellCase } from "./case-code.ts";
import { NotesCard } from "./notes-card.tsx";
import { VisitForm } from "./visit-form.tsx";
import { VisitSteps } from "./visit-steps.tsx";
import { WelfareCard } from "./welfare-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "aftercare.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const asked = { claimCode: params.kode };
  const family = await getAftercare(app, actor, asked);
  const nameOf = await villageNamer(app, actor);
  const t = aftercareTexts[languageOf(new URL(request.url).pathname)];
  return {
    title: t.page.title(spellCase(family.code)),
    family,
    village: nameOf(family.villageCode) ?? "",
    welfare: may(actor, "aftercare.welfare") ? await getFamilyWelfare(app, actor, asked) : null,
    mayReadClaim: may(actor, "claim.read"),
    today: app.clock.today(),
    operations: { visit: app.newId(), look: app.newId() },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await actOnFamily(...forUseCase(context), { form, claimCode: params.kode, language });
  if ("opened" in answer) return data(answer);
  if ("error" in answer) return data(answer, 422);
  throw redirect(localPath(language, aftercarePath(answer.code)), {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function FamilyPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(aftercareTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { family, welfare, operations } = page;
  const failed = actionData !== undefined && "error" in actionData ? actionData : undefined;
  const notes = actionData !== undefined && "opened" in actionData ? actionData.opened : null;
  return (
    <Page
      title={page.title}
      lead={t.page.lead(formatDate(language, family.happenedOn), page.village)}
      narrow
      crumbs={[{ href: to("/pendampingan"), label: t.title }, { label: page.title }]}
      actions={
        page.mayReadClaim && (
          <ButtonLink look="plain" href={to(`/klaim/${spellCase(family.code)}`)}>
            {t.page.toClaim}
          </ButtonLink>
        )
      }
    >
      {family.can.visit && family.next !== null && (
        <VisitForm next={family.next} today={page.today} operation={operations.visit} failed={failed} />
      )}
      {!family.can.visit && family.next?.isDue && <p className="quiet">{t.page.waits}</p>}
      <VisitSteps family={family} />
      {family.can.visit && family.visits.some(({ hasNote }) => hasNote) && (
        <NotesCard visits={family.visits} notes={notes} operation={operations.look} failed={failed} />
      )}
      {welfare !== null && <WelfareCard welfare={welfare} />}
    </Page>
  );
}
