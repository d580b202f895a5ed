import { claimDocuments } from "@tuwai/domain/benefits";
import { isAppError, publicActor } from "@tuwai/server/app";
import { trackIncident } from "@tuwai/server/incident-reports";
import { data, redirect } from "react-router";
import { formatInstant } from "#language/format.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { appContext, type Handle, pageMeta } from "#shell";
import { Button, Disclosure, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/track.page";
import { CallCard } from "./call-card.tsx";
import { type Tracked, TrackSteps } from "./track-steps.tsx";

export const headers = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
});
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(incidentReportTexts[languageOf(location.pathname)].track.title);

type Answer = {
  readonly found: Tracked | null;
  readonly village: string | null;
  readonly isAsked: boolean;
  readonly waitMinutes: number | null;
};
const nothing: Answer = { found: null, village: null, isAsked: false, waitMinutes: null };

/** By the code alone; neither a name nor a number is asked for, and none is shown. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const typed = (searchParams.get("kode") ?? "").replaceAll(/[^0-9A-Za-z]/g, "").slice(0, 40);
  if (typed !== "") throw redirect(localPath(languageOf(pathname), `/lacak/${typed.toUpperCase()}`), 303);
  if (params.kode === undefined) return data(nothing);
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  try {
    const found = await trackIncident(app, reader, { incidentCode: params.kode, headers: request.headers });
    if (found === null) return data<Answer>({ ...nothing, isAsked: true }, 404);
    const names = await listVillageNames(app, reader);
    const village = names.find(({ code }) => code === found.villageCode)?.name ?? null;
    return data<Answer>({ ...nothing, found, village, isAsked: true });
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const seconds = Number(error.details["retryAfterSeconds"]);
    const init = { status: 429, headers: { "Retry-After": String(seconds) } };
    return data<Answer>({ ...nothing, waitMinutes: Math.max(1, Math.ceil(seconds / 60)) }, init);
  }
}

export default function TrackPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(incidentReportTexts);
  const { found, village, isAsked, waitMinutes } = page;
  return found === null ? (
    <Page title={t.track.title} lead={t.track.lead} narrow>
      {waitMinutes !== null && <Notice tone="warn">{t.track.tooMany(waitMinutes)}</Notice>}
      {isAsked && <Notice tone="warn">{t.track.unknown}</Notice>}
      <CodeForm />
      <CallCard />
    </Page>
  ) : (
    <Found found={found} village={village} />
  );
}

function CodeForm() {
  const t = useTexts(incidentReportTexts).track;
  const to = useLocalPath();
  return (
    <form method="get" action={to("/lacak")} className="form">
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

type FoundProps = { readonly found: Tracked; readonly village: string | null };

function Found({ found, village }: FoundProps) {
  const t = useTexts(incidentReportTexts).track;
  const language = useLanguage();
  const to = useLocalPath();
  const isFollowed = found.state === "confirmed" && found.followedAt !== null;
  // A code of a merged report answers for the one that stays, so it is never merged itself.
  const status = isFollowed ? "followed" : found.state === "merged" ? "reported" : found.state;
  return (
    <Page title={t.status[status]} lead={t.receivedAt(formatInstant(language, found.receivedAt))} narrow>
      <TrackSteps found={found} village={village} />
      {status !== "refuted" && <Papers kind={found.kind} />}
      <CallCard />
      <p>
        <a href={to("/lacak")}>{t.again}</a>
      </p>
    </Page>
  );
}

function Papers({ kind }: { readonly kind: Tracked["kind"] }) {
  const t = useTexts(incidentReportTexts);
  const claimKind = { death: "natural-death", unsure: "work-accident" } as const;
  const of = kind === "death" || kind === "unsure" ? claimKind[kind] : kind;
  return (
    <Disclosure summary={t.bring}>
      <p>{t.bringLead}</p>
      <ul>
        {claimDocuments(of, false).map(({ document, issuer }) => (
          <li key={document} lang="id">
            {document}, {t.from(issuer)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
