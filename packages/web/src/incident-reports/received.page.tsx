import { jakartaDate } from "@tuwai/domain/time";
import { publicActor } from "@tuwai/server/app";
import { trackIncident } from "@tuwai/server/incident-reports";
import { redirect } from "react-router";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { appContext, flash, type Handle, pageMeta, useSite } from "#shell";
import { Actions, ButtonLink, Card, Page } from "#ui";
import type { Route } from "./+types/received.page";
import { CallCard } from "./call-card.tsx";
import { readDraft } from "./draft.ts";
import { spellIncidentCode } from "./spell-code.ts";
import { TrackSteps } from "./track-steps.tsx";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(incidentReportTexts[languageOf(location.pathname)].title);

/** The code of the report that this device has just sent; it stands in no address yet. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const { sentCode } = readDraft(request, app);
  const reader = publicActor(app.config.regionCode);
  const found =
    sentCode === undefined
      ? null
      : await trackIncident(app, reader, { incidentCode: sentCode, headers: request.headers });
  if (sentCode === undefined || found === null)
    throw redirect(localPath(language, "/lacak"), {
      status: 303,
      headers: flash("warn", incidentReportTexts[language].received.gone),
    });
  const names = await listVillageNames(app, reader);
  const village = names.find(({ code }) => code === found.villageCode)?.name ?? null;
  return { code: sentCode, found, village, today: jakartaDate(app.clock.now().getTime()) };
}

export default function ReceivedPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(incidentReportTexts);
  const to = useLocalPath();
  const { origin } = useSite();
  const code = spellIncidentCode(page.code);
  const message = t.received.message(code, `${origin}${to("/lacak")}`);
  return (
    <Page title={t.received.title} lead={t.received.lead} narrow>
      <Card>
        <p className="quiet">{t.received.code}</p>
        <p className="big-number">{code}</p>
        <p className="quiet small">{t.received.codeNote}</p>
      </Card>
      <Actions>
        <ButtonLink href={`https://wa.me/?text=${encodeURIComponent(message)}`} rel="noreferrer">
          {t.received.whatsapp}
        </ButtonLink>
        <ButtonLink look="plain" href={to(`/lacak/${page.code}`)}>
          {t.received.follow}
        </ButtonLink>
      </Actions>
      <h2>{t.now}</h2>
      <TrackSteps found={page.found} village={page.village} />
      <CallCard />
      <p>
        <a href={to("/lapor-kejadian")}>{t.received.again}</a>
      </p>
    </Page>
  );
}
