import { openPurposes } from "@tuwai/domain/families";
import { getFamily, openFamily, type ShownFamily } from "@tuwai/server/families";
import { data, redirect } from "react-router";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, pageMeta } from "#shell";
import { Button, Card, EmptyState, Page } from "#ui";
import type { Route } from "./+types/family.page";
import { ActForm, type Failed, type Forms } from "./act-form.tsx";
import { actOnFamily, familyActs } from "./act-on-family.ts";
import { CalendarBar } from "./calendar-bars.tsx";
import { AddForm, EndForm, HeadForm } from "./family-forms.tsx";
import { HeirsCard } from "./heirs-card.tsx";
import { calledIn, MemberCards } from "./member-cards.tsx";
import { OpenCard } from "./open-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "claim.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const t = familyTexts[languageOf(new URL(request.url).pathname)];
  const family = await getFamily(app, actor, { personCode: params.kode });
  return {
    // A title stands in the browser's history: the code, never the name.
    title: t.of(family.person.code ?? ""),
    family,
    today: app.clock.today(),
    operations: Object.fromEntries(familyActs.map((act) => [act, app.newId()])),
  };
}

type Answer = { readonly failed?: Failed; readonly opened?: ShownFamily; readonly openError?: string };

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const { kode } = params;
  if (formText(form, "tindakan") === "buka") {
    const purpose = formText(form, "untuk");
    if (!openPurposes.some((known) => known === purpose))
      return data<Answer>({ openError: familyTexts[language].open.missing }, 422);
    return data<Answer>({ opened: await openFamily(app, actor, { personCode: kode, purpose }) });
  }
  const answer = await actOnFamily(app, actor, { form, kode, language });
  if (answer !== null && "error" in answer) return data<Answer>({ failed: answer }, 422);
  const to = localPath(language, `/pekerja/${kode}/keluarga`);
  throw redirect(to, { status: 303, headers: answer === null ? {} : flash("ok", answer.done) });
}

export default function FamilyPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(familyTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const answer: Answer = actionData ?? {};
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
      {family.isKept ? (
        <KeptFamily family={family} forms={forms} openError={answer.openError} />
      ) : (
        <EmptyState title={t.none}>
          <p>{t.noneWhy}</p>
          {family.can.write && (
            <ActForm act="mulai" forms={forms}>
              <Button>{t.begin}</Button>
            </ActForm>
          )}
        </EmptyState>
      )}
    </Page>
  );
}

type Props = { readonly family: ShownFamily; readonly forms: Forms; readonly openError: string | undefined };

function KeptFamily({ family, forms, openError }: Props) {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  const { can, lostOn, members } = family;
  return (
    <>
      <p>
        {lostOn !== null && <strong>{t.died(formatDate(language, lostOn))} </strong>}
        {t.kept(formatNumber(language, members.length))}. <span className="quiet">{t.lead}</span>
      </p>
      {can.open && <OpenCard isOpen={family.isOpen} error={openError} />}
      {can.write && family.members.every(({ role }) => role !== "head") && (
        <HeadForm family={family} forms={forms} />
      )}
      <MemberCards family={family} />
      <div className="columns">
        <HeirsCard family={family} forms={forms} />
        <Scholarships family={family} />
      </div>
      {can.write && (
        <div className="columns">
          <AddForm forms={forms} />
          <div className="stack">
            <EndForm family={family} forms={forms} />
            {family.members.some(({ role }) => role === "head") && <HeadForm family={family} forms={forms} />}
          </div>
        </div>
      )}
    </>
  );
}

function Scholarships({ family }: { readonly family: ShownFamily }) {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  const { children } = family;
  const total = children.reduce((sum, { calendar }) => sum + (calendar?.total ?? 0), 0);
  return (
    <Card title={t.calendar.title}>
      {children.length === 0 && <p>{t.calendar.none}</p>}
      {total > 0 && <p>{t.calendar.total(formatRupiah(language, total))}</p>}
      {children.map((child) => (
        <CalendarBar
          key={child.memberId}
          child={child}
          title={`${calledIn(child, t.erased)}, ${t.age(formatNumber(language, child.age))}`}
        />
      ))}
      {total > 0 && (
        <p className="quiet small">
          {t.calendar.condition} {t.calendar.letterRule}
        </p>
      )}
    </Card>
  );
}
