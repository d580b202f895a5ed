import { receiptNumber } from "@tuwai/domain/alms";
import { checkAlmsReceipt, type CheckedReceipt } from "@tuwai/server/alms";
import { publicActor } from "@tuwai/server/app";
import { data } from "react-router";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { Card, DescriptionList, Notice, Page } from "#ui";
import type { Route } from "./+types/check-receipt.page";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(almsTexts[languageOf(location.pathname)].receipt.title);

/** The page behind a receipt's QR code: what the paper says, and whether it still holds. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const found = await checkAlmsReceipt(app, publicActor(app.config.regionCode), { receiptCode: params.kode });
  return data({ found }, found === null ? 404 : 200);
}

export default function CheckReceiptPage({ loaderData: { found } }: Route.ComponentProps) {
  const t = useTexts(almsTexts).receipt;
  if (found === null)
    return (
      <Page title={t.unknown} narrow>
        <Notice tone="warn">{t.unknownNext}</Notice>
      </Page>
    );
  return <Found found={found} />;
}

function Found({ found }: { readonly found: CheckedReceipt }) {
  const t = useTexts(almsTexts).receipt;
  const language = useLanguage();
  const number = receiptNumber(found);
  const isValid = found.withdrawnAt === null;
  return (
    <Page title={isValid ? t.valid(number) : t.withdrawn(number)} narrow>
      <Card>
        <DescriptionList
          facts={[
            { name: t.amount, value: formatRupiah(language, found.rupiah) },
            { name: t.on, value: formatDate(language, found.receivedOn) },
            { name: t.campaign, value: found.campaign.title },
            { name: t.holder, value: found.campaign.holderName },
            ...(found.withdrawnWhy === null ? [] : [{ name: t.why, value: t.whys[found.withdrawnWhy] }]),
          ]}
        />
        <p className="quiet small">{t.nameless}</p>
      </Card>
    </Page>
  );
}
