import { listCards, makeCards, renewCard, revokeCard } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { shortDayOf } from "#language/day-of.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingCardTexts } from "#language/meeting-cards.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  actionOf,
  flash,
  forUseCase,
  formText,
  type Handle,
  OperationField,
  pageMeta,
  readOperationId,
} from "#shell";
import { Actions, Button, Page, Table } from "#ui";
import type { Route } from "./+types/cards.page";

export const handle: Handle = { access: "meeting.card" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingCardTexts[languageOf(location.pathname)].title);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { meeting, cards } = await listCards(app, actor, { meetingCode: params.kode });
  return {
    meeting: { code: meeting.code, title: meeting.title, isOver: meeting.state === "closed" },
    cards,
    operation: app.newId(),
  };
}

const acts = { buat: "make", ganti: renewCard, cabut: revokeCard } as const;

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = meetingCardTexts[language].done;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const act = actionOf(form, acts);
  const of = { operationId: readOperationId(form, app), meetingCode: params.kode };
  const villageCode = formText(form, "desa");
  let says: string;
  if (act === "make") {
    const made = await makeCards(app, actor, of);
    says = made.outcome === "made" ? t.made(formatNumber(language, made.cards)) : t.over;
  } else says = t[(await act(app, actor, { ...of, villageCode })).outcome];
  throw redirect(localPath(language, `/rakor/${params.kode}/kartu`), {
    status: 303,
    headers: flash("ok", says),
  });
}

export default function CardsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(meetingCardTexts);
  const list = useTexts(meetingTexts).title;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const { meeting, cards } = page;
  const made = cards.filter(({ madeAt }) => madeAt !== null).length;
  const missing = cards.length - made;
  const here = to(`/rakor/${meeting.code}`);
  return (
    <Page
      title={t.title}
      lead={t.lead(number(made), number(cards.length))}
      crumbs={[{ href: to("/rakor"), label: list }, { href: here, label: meeting.title }, { label: t.title }]}
    >
      <p>{t.about}</p>
      {missing > 0 && !meeting.isOver && (
        <form method="post">
          <OperationField id={page.operation} />
          <Button name="aksi" value="buat">
            {t.make(number(missing))}
          </Button>
        </form>
      )}
      {made > 0 && (
        <form method="post" action={`${here}/kartu/berkas`} className="stack">
          <div>
            <Button look={missing > 0 ? "plain" : "main"}>{t.print}</Button>
          </div>
          <p className="quiet small">{t.printHint}</p>
        </form>
      )}
      <CardTable page={page} />
    </Page>
  );
}

function CardTable({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(meetingCardTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.caption(formatNumber(language, page.cards.length))}
      rows={page.cards}
      keyOf={({ villageCode }) => villageCode}
      regionOf={({ villageCode }) => villageCode}
      columns={[
        { key: "village", head: t.columns.village, cell: ({ name }) => name },
        {
          key: "card",
          head: t.columns.card,
          cell: ({ madeAt }) => (madeAt === null ? t.none : t.madeAt(shortDayOf(language, madeAt))),
        },
        {
          key: "act",
          head: t.columns.act,
          phone: "wide",
          cell: ({ villageCode, name, madeAt }) =>
            madeAt !== null && (
              <form method="post">
                {/* One operation for the page: whoever presses twice does it once. */}
                <OperationField id={page.operation} />
                <input type="hidden" name="desa" value={villageCode} />
                <Actions>
                  <Button
                    look="plain"
                    small
                    formAction={to(`/rakor/${page.meeting.code}/kartu/berkas`)}
                    aria-label={t.of(t.printOne, name)}
                  >
                    {t.printOne}
                  </Button>
                  {!page.meeting.isOver &&
                    (["renew", "revoke"] as const).map((act) => (
                      <Button
                        key={act}
                        look="plain"
                        small
                        name="aksi"
                        value={act === "renew" ? "ganti" : "cabut"}
                        aria-label={t.of(t.acts[act], name)}
                      >
                        {t.acts[act]}
                      </Button>
                    ))}
                </Actions>
              </form>
            ),
        },
      ]}
    />
  );
}
