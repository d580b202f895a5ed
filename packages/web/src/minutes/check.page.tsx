import { publicActor } from "@tuwai/server/app";
import { checkMinutes, type MinutesCheck } from "@tuwai/server/minutes";
import { terbilang } from "@tuwai/domain/money";
import { data } from "react-router";
import { dayOf } from "#language/day-of.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { Card, DescriptionList, Notice, Page } from "#ui";
import type { Route } from "./+types/check.page";
import { CompareForm } from "./compare-form.tsx";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public", hydrate: true };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(minutesTexts[languageOf(location.pathname)].check.title);

/** The page behind the QR code: whoever holds the paper sees number, day, state and sum, and may compare a file. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const reader = publicActor(app.config.regionCode);
  const fingerprint = new URL(request.url).searchParams.get("sidik") ?? "";
  const found = await checkMinutes(app, reader, { minutesCode: params.kode, fingerprint });
  return data({ found, fingerprint: fingerprint.slice(0, 80) }, found === null ? 404 : 200);
}

export default function CheckMinutesPage({ loaderData: { found, fingerprint } }: Route.ComponentProps) {
  const t = useTexts(minutesTexts).check;
  if (found === null)
    return (
      <Page title={t.title} lead={t.unknown} narrow>
        <Notice tone="warn">{t.unknownNext}</Notice>
      </Page>
    );
  return (
    <Page title={found.label} lead={t.leads[found.state]} narrow>
      <Found found={found} />
      <Compared compared={found.compared} />
      <CompareForm fingerprint={fingerprint} />
    </Page>
  );
}

function Found({ found }: { readonly found: MinutesCheck }) {
  const t = useTexts(minutesTexts);
  const c = t.check;
  const language = useLanguage();
  const to = useLocalPath();
  const n = (value: number) => formatNumber(language, value);
  return (
    <>
      {found.nextLabel !== null && found.nextCode !== null && (
        <Notice tone="warn">
          <a href={to(`/ba/${found.nextCode}`)}>{c.successor(found.nextLabel)}</a>
        </Notice>
      )}
      <Card>
        <DescriptionList
          facts={[
            { name: c.number, value: found.label },
            { name: c.state, value: t.states[found.state] },
            { name: c.held, value: dayOf(language, found.heldAt) },
            {
              name: c.total,
              value: (
                <>
                  <strong>{formatRupiah(language, found.rupiah)}</strong>
                  <br />
                  {t.sum.inWords(terbilang(found.rupiah))}
                </>
              ),
            },
            { name: c.villages, value: c.villagesOf(n(found.declared), n(found.villages)) },
            ...(found.finalAt === null ? [] : [{ name: c.finalOn, value: dayOf(language, found.finalAt) }]),
            { name: c.snapshot, value: <span className="code">{found.snapshotName}</span> },
            { name: c.hash, value: <span className="code small">{found.snapshotHash}</span> },
          ]}
        />
        <p className="quiet small">{c.note}</p>
      </Card>
    </>
  );
}

function Compared({ compared }: Pick<MinutesCheck, "compared">) {
  const t = useTexts(minutesTexts).check.answers;
  if (compared === null) return null;
  const answer = typeof compared === "string" ? compared : compared.kind;
  const isKnown = answer !== "unknown" && answer !== "unreadable";
  return (
    <Notice tone={isKnown ? "ok" : "warn"} announce>
      {t[answer]}
    </Notice>
  );
}
