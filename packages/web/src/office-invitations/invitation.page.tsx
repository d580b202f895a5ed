import { data } from "react-router";
import { publicActor } from "@tuwai/server/app";
import { type OpenInvitation, readOfficeInvitation } from "@tuwai/server/office-invitations";
import { PriceTable } from "#contributions";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { invitationTexts } from "#language/office-invitations.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { useReaders } from "#sponsors";
import { Actions, ButtonLink, Card, Notice, Page } from "#ui";
import type { Route } from "./+types/invitation.page";

export const headers = () => ({ "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(invitationTexts[languageOf(location.pathname)].title);

/** What sponsoring is, what it costs now and next, who sees it and how to stop, before anybody signs in. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  const invitation = await readOfficeInvitation(app, reader, { invitationCode: params.kode });
  return data({ invitation }, invitation === null ? 404 : 200);
}

export default function InvitationPage({ loaderData: { invitation } }: Route.ComponentProps) {
  const t = useTexts(invitationTexts);
  const to = useLocalPath();
  if (invitation === null)
    return (
      <Page title={t.title} narrow>
        <Notice tone="warn">{t.unknown}</Notice>
      </Page>
    );
  const signIn = `${to("/masuk")}?lanjut=${encodeURIComponent(to("/sponsor/saya/ikrar"))}`;
  return (
    <Page title={t.title} lead={t.lead(invitation.office)} narrow>
      {!invitation.isOpen && <Notice tone="warn">{t.closed}</Notice>}
      {invitation.isOpen && (
        <Actions>
          <ButtonLink href={signIn}>{t.join}</ButtonLink>
          <ButtonLink look="plain" href={to("/")}>
            {t.notNow}
          </ButtonLink>
        </Actions>
      )}
      <Facts invitation={invitation} />
      <Card title={t.cost}>
        <PriceTable prices={invitation.prices} explained={invitation.explained} />
      </Card>
      <Readers readers={invitation.readers} />
      <p className="quiet">{t.noAccount}</p>
    </Page>
  );
}

function Facts({ invitation: { sponsors } }: { readonly invitation: OpenInvitation }) {
  const t = useTexts(invitationTexts);
  const language = useLanguage();
  return (
    <Card title={t.what}>
      <ul>
        {t.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {sponsors !== null && <li>{t.taking(formatNumber(language, sponsors))}</li>}
      </ul>
    </Card>
  );
}

function Readers({ readers }: Pick<OpenInvitation, "readers">) {
  const t = useTexts(sponsorTexts).sign;
  const names = useReaders(readers);
  return (
    <Card title={t.readersTitle}>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="quiet small">{t.readersNote}</p>
    </Card>
  );
}
