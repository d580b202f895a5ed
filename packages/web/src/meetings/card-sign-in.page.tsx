import { isAppError, publicActor } from "@tuwai/server/app";
import { actorOfCard, type CardHolder } from "@tuwai/server/meetings";
import { useEffect, useState } from "react";
import { data, redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { meetingCardTexts } from "#language/meeting-card.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, cardContext, flash, formText, type Handle, pageMeta } from "#shell";
import { Actions, Button, ButtonLink, Card, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/card-sign-in.page";
import { LeaveCard } from "./leave-card.tsx";
import { cardCookies } from "#meeting-cards";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public", hydrate: true };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingCardTexts[languageOf(location.pathname)].title);

export function loader({ context }: Route.LoaderArgs) {
  const card = context.get(cardContext);
  return card === null ? null : { villageName: card.villageName, meetingCode: card.meetingCode };
}

/** The code comes in a form and never in an address, where it would be kept by whoever stands between. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = meetingCardTexts[language];
  const app = context.get(appContext);
  const form = await request.formData();
  if (formText(form, "aksi") === "lepas")
    throw redirect(localPath(language, "/rakor/masuk"), { status: 303, headers: withFlash(null, t.left) });
  const typed = formText(form, "kode");
  const cardCode = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  try {
    const reader = publicActor(app.config.regionCode);
    const holder = await actorOfCard(app, reader, { cardCode, headers: request.headers });
    if (holder === null) return data({ error: t.wrong, typed }, 422);
    throw redirect(localPath(language, `/rakor/${holder.meetingCode}/isi`), {
      status: 303,
      headers: withFlash({ code: cardCode, mark: holder.mark }, t.welcome(holder.villageName)),
    });
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const minutes = Math.max(1, Math.ceil(Number(error.details["retryAfterSeconds"]) / 60));
    return data({ error: t.tooMany(String(minutes)), typed }, 429);
  }
}

function withFlash(card: { readonly code: string; readonly mark: CardHolder["mark"] } | null, text: string) {
  const headers = cardCookies(card);
  headers.append("Set-Cookie", flash("ok", text)["Set-Cookie"]);
  return headers;
}

export default function CardSignInPage({ loaderData: card, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingCardTexts);
  const to = useLocalPath();
  return (
    <Page title={t.title} narrow>
      {card !== null && (
        <Card title={t.now(card.villageName)}>
          <Actions>
            <ButtonLink href={to(`/rakor/${card.meetingCode}/isi`)}>{t.go}</ButtonLink>
            <LeaveCard />
          </Actions>
        </Card>
      )}
      {card === null && <CodeForm error={actionData?.error} typed={actionData?.typed ?? ""} />}
    </Page>
  );
}

function CodeForm({ error, typed }: { readonly error: string | undefined; readonly typed: string }) {
  const t = useTexts(meetingCardTexts);
  const to = useLocalPath();
  const [code, setCode] = useState(typed);
  const [isScanned, setScanned] = useState(false);
  useEffect(() => {
    const scanned = window.location.hash.slice(1);
    if (!/^[0-9A-Za-z-]{12,16}$/.test(scanned)) return;
    setCode(scanned);
    setScanned(true);
    // It stays in no history.
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary errors={{ kode: error }} />
      <p>{t.lead}</p>
      <TextField
        name="kode"
        label={t.code}
        hint={isScanned ? t.scanned : t.codeHint}
        error={error}
        width="middle"
        maxLength={24}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Actions>
        <Button>{t.submit}</Button>
        <a href={to("/masuk")}>{t.account}</a>
      </Actions>
    </form>
  );
}
