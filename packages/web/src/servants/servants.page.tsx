import { may } from "@tuwai/server/access";
import { getServantChanges } from "@tuwai/server/servants";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { servantTexts } from "#language/servants.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, Button, Card, EmptyState, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/servants.page";
import { actOnServant } from "./act-on-servant.ts";
import { ServantCard } from "./servant-card.tsx";

export const handle: Handle = { access: "servant_change.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(servantTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const typed = (new URL(request.url).searchParams.get("mandat") ?? "").trim().slice(0, 20);
  const { rows, asked } = await getServantChanges(app, actor, { pledgeCode: typed });
  const shown =
    asked === null || rows.some(({ pledgeCode }) => pledgeCode === asked.pledgeCode) ? [] : [asked];
  return {
    typed,
    isUnknown: typed !== "" && asked === null,
    mayDecide: may(actor, "servant_change.decide"),
    rows: [...shown, ...rows].map((row) => ({ ...row, operation: app.newId() })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const { tone, text } = await actOnServant(...forUseCase(context), { form, language });
  throw redirect(localPath(language, "/sponsor/pegawai"), { status: 303, headers: flash(tone, text) });
}

export default function ServantsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(servantTexts);
  return (
    <Page title={t.title} lead={t.lead}>
      {page.mayDecide || <Notice>{t.readOnly}</Notice>}
      {page.rows.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {page.rows.map((servant) => (
        <ServantCard key={servant.pledgeCode} servant={servant} mayDecide={page.mayDecide} />
      ))}
      {page.mayDecide && <FindForm typed={page.typed} isUnknown={page.isUnknown} />}
    </Page>
  );
}

function FindForm({ typed, isUnknown }: { readonly typed: string; readonly isUnknown: boolean }) {
  const t = useTexts(servantTexts);
  return (
    <Card title={t.find}>
      {isUnknown && <Notice tone="warn">{t.unknown(typed)}</Notice>}
      <form method="get" className="form">
        <TextField
          name="mandat"
          label={t.code}
          hint={t.codeHint}
          width="middle"
          maxLength={20}
          autoComplete="off"
          defaultValue={typed}
        />
        <Actions>
          <Button look="plain">{t.findSubmit}</Button>
        </Actions>
      </form>
    </Card>
  );
}
