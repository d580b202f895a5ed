import { getCard, makeCard, replaceCard } from "@tuwai/server/cards";
import { Form, redirect } from "react-router";
import { cardTexts } from "#language/cards.ts";
import { dayOf } from "#language/day-of.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, ButtonLink, Card, DescriptionList, Disclosure, EmptyState, Page } from "#ui";
import type { Route } from "./+types/card.page";

export const handle: Handle = { access: "worker.card" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(cardTexts[languageOf(location.pathname)].card.title);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return { operation: app.newId(), ...(await getCard(app, actor, { personCode: params.kode })) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = cardTexts[language].card;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const isNew = formText(form, "aksi") === "ganti";
  const input = { operationId: readOperationId(form, app), personCode: params.kode };
  const { outcome } = await (isNew ? replaceCard : makeCard)(app, actor, input);
  const text = outcome === "already-made" ? t.already : isNew ? t.replaced : t.made;
  const headers = flash("ok", text);
  throw redirect(localPath(language, `/pekerja/${params.kode}/kartu`), { status: 303, headers });
}

export default function CardPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(cardTexts).card;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const here = to(`/pekerja/${page.personCode}`);
  return (
    <Page
      title={t.title}
      lead={t.lead(page.name)}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: here, label: page.personCode },
        { label: t.title },
      ]}
    >
      {page.code === null ? (
        <EmptyState title={t.none}>
          <Form method="post">
            <OperationField id={page.operation} />
            <Button name="aksi" value="buat">
              {t.make}
            </Button>
          </Form>
        </EmptyState>
      ) : (
        <Made page={page} file={`${here}/kartu/berkas`} />
      )}
    </Page>
  );
}

function Made(props: { readonly page: Route.ComponentProps["loaderData"]; readonly file: string }) {
  const t = useTexts(cardTexts).card;
  const language = useLanguage();
  const { page, file } = props;
  return (
    <Card title={t.title}>
      <DescriptionList
        facts={[
          { name: t.code, value: page.code },
          { name: t.since, value: page.madeAt === null ? "" : dayOf(language, page.madeAt) },
        ]}
      />
      <Actions>
        <ButtonLink href={file}>{t.print}</ButtonLink>
      </Actions>
      <Disclosure summary={t.lost}>
        <p>{t.lostNote}</p>
        <Form method="post">
          <OperationField id={page.operation} />
          <Button look="plain" name="aksi" value="ganti">
            {t.replace}
          </Button>
        </Form>
      </Disclosure>
    </Card>
  );
}
