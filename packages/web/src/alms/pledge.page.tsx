import { publicActor } from "@tuwai/server/app";
import { trackAlmsPledge, type TrackedPledge } from "@tuwai/server/alms";
import { data } from "react-router";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { Card, EmptyState, Notice, Page, Steps } from "#ui";
import type { Route } from "./+types/pledge.page";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(almsTexts[languageOf(location.pathname)].pledge.title);

/** How to give with a code, and what has arrived with it; nobody's name. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  const asked = { almsPledgeCode: params.kode, headers: request.headers };
  const found = await trackAlmsPledge(app, reader, asked);
  return data({ found }, found === null ? 404 : 200);
}

export default function PledgePage({ loaderData: { found } }: Route.ComponentProps) {
  const t = useTexts(almsTexts).pledge;
  const to = useLocalPath();
  if (found === null)
    return (
      <Page title={t.unknown} narrow>
        <Notice tone="warn">{t.unknownNext}</Notice>
        <p>
          <a href={to("/sedekah")}>{t.again}</a>
        </p>
      </Page>
    );
  return <Found found={found} />;
}

function Found({ found }: { readonly found: TrackedPledge }) {
  const { pledge: t, form } = useTexts(almsTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { amount, rhythm, campaign } = found;
  return (
    <Page title={t.title} lead={t.lead(formatRupiah(language, amount), form.rhythms[rhythm])} narrow>
      <Notice>{t.instruction}</Notice>
      <Steps
        steps={[
          { title: t.steps.give, text: `${campaign.holderName}: ${campaign.giveTo}` },
          {
            title: t.steps.code,
            text: <b className="big-number">{found.code.replaceAll(/(.{4})(?=.)/g, "$1 ")}</b>,
          },
          { title: t.steps.wait, text: t.keep },
        ]}
      />
      <Card title={t.arrived}>
        {found.arrived.length === 0 ? (
          <EmptyState title={t.nothing} />
        ) : (
          <ul>
            {found.arrived.map(({ on, rupiah, receiptCode }) => (
              <li key={receiptCode}>
                {formatRupiah(language, rupiah)}, {formatDate(language, on)}{" "}
                <a href={to(`/sedekah/kuitansi/${receiptCode}`)}>{t.receipt}</a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <p>
        <a href={to("/sedekah")}>{t.again}</a>
      </p>
    </Page>
  );
}
