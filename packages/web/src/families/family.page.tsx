import { getFamily } from "@tuwai/server/families";
import { familyTexts } from "#language/families.ts";
import { languageOf } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Page } from "#ui";
import type { Route } from "./+types/family.page";
import { answerFamily, type FamilyAnswer, formsOf } from "./answer-family.ts";
import { FamilyView } from "./family-view.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "claim.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const t = familyTexts[languageOf(new URL(request.url).pathname)];
  const family = await getFamily(app, actor, { personCode: params.kode });
  // A title stands in the browser's history: the code, never the name.
  return { title: t.of(family.person.code ?? ""), family, ...formsOf(app) };
}

export function action({ request, context, params: { kode } }: Route.ActionArgs) {
  return answerFamily(...forUseCase(context), { request, kode, back: `/pekerja/${kode}/keluarga` });
}

export default function FamilyPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(familyTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const answer: FamilyAnswer = actionData ?? {};
  const family = answer.opened ?? page.family;
  const code = family.person.code ?? "";
  const forms = { operations: page.operations, failed: answer.failed, today: page.today };
  return (
    <Page
      title={page.title}
      lead={family.person.name}
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${code}`), label: code },
        { label: t.title },
      ]}
    >
      <FamilyView family={family} forms={forms} openError={answer.openError} />
    </Page>
  );
}
