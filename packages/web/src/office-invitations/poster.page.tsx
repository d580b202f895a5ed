import { data } from "react-router";
import { publicActor } from "@tuwai/server/app";
import { qrPath } from "@tuwai/server/documents";
import { readOfficeInvitation } from "@tuwai/server/office-invitations";
import { formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { invitationTexts } from "#language/office-invitations.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { Card, Notice, Page, QrPicture } from "#ui";
import type { Route } from "./+types/poster.page";

export const headers = () => ({ "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(invitationTexts[languageOf(location.pathname)].title);

/** One page for the wall of an office: it says how much and where, and holds the QR code of the invitation. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  const invitation = await readOfficeInvitation(app, reader, { invitationCode: params.kode });
  if (invitation === null) return data({ poster: null }, 404);
  const address = `${app.config.origin ?? new URL(request.url).origin}/ajakan/${params.kode.toUpperCase()}`;
  const { office, isOpen, prices } = invitation;
  const amount = prices.other[0]?.perWorkerRupiah ?? null;
  return data({ poster: { office, isOpen, amount, address, qr: qrPath(address) } }, 200);
}

export default function PosterPage({ loaderData: { poster } }: Route.ComponentProps) {
  const t = useTexts(invitationTexts);
  const language = useLanguage();
  if (poster === null)
    return (
      <Page title={t.title} narrow>
        <Notice tone="warn">{t.unknown}</Notice>
      </Page>
    );
  return (
    <Page title={t.posterTitle} lead={poster.isOpen ? t.lead(poster.office) : t.closed} narrow>
      <Card title={poster.amount === null ? t.title : t.from(formatRupiah(language, poster.amount))}>
        <QrPicture qr={poster.qr} label={t.qr} />
        <p>{poster.address}</p>
        <p>{t.scan}</p>
      </Card>
      <p className="no-print quiet">{t.print}</p>
    </Page>
  );
}
