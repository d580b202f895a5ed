import { data } from "react-router";
import { type CertificateCheck, checkCertificate } from "@tuwai/server/certificates";
import { publicActor } from "@tuwai/server/app";
import { certificateNumber } from "@tuwai/domain/certificates";
import { certificateTexts } from "#language/certificates.ts";
import { dayOf } from "#language/day-of.ts";
import { formatMonth } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { appContext, type Handle, pageMeta, useSite } from "#shell";
import { Card, DescriptionList, Notice, Page } from "#ui";
import type { Route } from "./+types/check-certificate.page";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(certificateTexts[languageOf(location.pathname)].check.title);

/** The page behind the QR code: whoever holds the paper sees what the paper says, and whether it still holds. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  const found = await checkCertificate(app, reader, { certificateCode: params.kode });
  return data({ found }, found === null ? 404 : 200);
}

export default function CheckCertificatePage({ loaderData: { found } }: Route.ComponentProps) {
  const t = useTexts(certificateTexts).check;
  if (found === null)
    return (
      <Page title={t.title} lead={t.unknown} narrow>
        <Notice tone="warn">{t.unknownNext}</Notice>
      </Page>
    );
  return (
    <Page title={t.leads[found.state]} narrow>
      <Found found={found} />
    </Page>
  );
}

function Found({ found }: { readonly found: NonNullable<CertificateCheck> }) {
  const t = useTexts(certificateTexts);
  const language = useLanguage();
  const { city } = useSite();
  const { nextYear, nextNumber, endedAt } = found;
  const successor =
    nextYear === null || nextNumber === null
      ? null
      : certificateNumber({ year: nextYear, number: nextNumber });
  return (
    <>
      {endedAt !== null && (
        <Notice tone="warn">
          {t.check.ended(wordOf(t.reasons, found.endReason ?? ""), dayOf(language, endedAt))}{" "}
          {successor !== null && t.check.successor(successor)}
        </Notice>
      )}
      <Card title={certificateNumber(found)}>
        <DescriptionList
          facts={[
            { name: t.check.holder, value: found.holder },
            {
              name: t.check.saysName,
              value: t.says(found.workers, city.name, formatMonth(language, found.since)),
            },
            { name: t.check.issued, value: dayOf(language, found.issuedAt) },
            { name: t.state, value: t.states[found.state] },
          ]}
        />
        <p className="quiet small">{t.check.noNames}</p>
      </Card>
    </>
  );
}
