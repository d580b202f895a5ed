import { isAppError, publicActor } from "@tuwai/server/app";
import { type CardCheck, checkCard } from "@tuwai/server/cards";
import { data, redirect } from "react-router";
import { cardTexts } from "#language/cards.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta, useSite } from "#shell";
import { Button, Card, ContactLinks, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/check-card.page";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(cardTexts[languageOf(location.pathname)].check.title);

type Answer = { readonly check: CardCheck | null; readonly waitMinutes: number | null };

/** By the code of a card alone: neither a name nor a number is asked for, and none is shown. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const typed =
    searchParams
      .get("kode")
      ?.replaceAll(/[^0-9A-Za-z]/g, "")
      .slice(0, 40) ?? "";
  if (typed !== "") throw redirect(localPath(languageOf(pathname), `/cek/${typed.toUpperCase()}`), 303);
  if (params.kode === undefined) return data<Answer>({ check: null, waitMinutes: null });
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  try {
    const check = await checkCard(app, reader, { cardCode: params.kode, headers: request.headers });
    return data<Answer>({ check, waitMinutes: null }, check.answer === "unknown" ? 404 : 200);
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const seconds = Number(error.details["retryAfterSeconds"]);
    const init = { status: 429, headers: { "Retry-After": String(seconds) } };
    return data<Answer>({ check: null, waitMinutes: Math.max(1, Math.ceil(seconds / 60)) }, init);
  }
}

export default function CheckCardPage({ loaderData: { check, waitMinutes } }: Route.ComponentProps) {
  const t = useTexts(cardTexts).check;
  const to = useLocalPath();
  const { contacts } = useSite();
  return (
    <Page title={check === null ? t.title : t.answers[check.answer]} narrow>
      {waitMinutes !== null && <Notice tone="warn">{t.tooMany(waitMinutes)}</Notice>}
      {check === null ? <CodeForm /> : <Found check={check} />}
      <Card title={t.call}>
        <ContactLinks numbers={contacts} />
      </Card>
      {check !== null && (
        <p>
          <a href={to("/cek")}>{t.again}</a>
        </p>
      )}
    </Page>
  );
}

function CodeForm() {
  const t = useTexts(cardTexts).check;
  const to = useLocalPath();
  return (
    <form method="get" action={to("/cek")} className="form">
      <p>{t.lead}</p>
      <TextField
        name="kode"
        label={t.code}
        hint={t.codeHint}
        width="middle"
        maxLength={20}
        autoComplete="off"
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </form>
  );
}

function Found({ check }: { readonly check: CardCheck }) {
  const t = useTexts(cardTexts).check;
  const language = useLanguage();
  const { answer, paidUntil, lastRescueDay, asOf } = check;
  return (
    <Notice tone={answer === "covered" ? "ok" : "warn"}>
      {paidUntil !== null && <p>{t.until(formatDate(language, paidUntil))}</p>}
      {lastRescueDay !== null && <p>{t.rescue(formatDate(language, lastRescueDay))}</p>}
      <p>{t.next[answer]}</p>
      {asOf !== null && answer !== "ended-card" && (
        <p className="quiet small">{t.asOf(formatDate(language, asOf))}</p>
      )}
    </Notice>
  );
}
