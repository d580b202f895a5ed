import { qrPath } from "@tuwai/server/documents";
import { getMeeting } from "@tuwai/server/meetings";
import { languageOf } from "#language/language.ts";
import { meetingCardTexts } from "#language/meeting-cards.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { forUseCase, formText, type Handle, pageMeta } from "#shell";
import { Button, Disclosure, Page, QrPicture, TextField } from "#ui";
import type { Route } from "./+types/slide.page";
import { timesOf } from "./meeting-words.ts";
import styles from "./slide.module.css";

export const handle: Handle = { access: "meeting.run" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingCardTexts[languageOf(location.pathname)].slide.title);

/** What the projector shows while people come in: where to check in, where to sign in with the card. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { code, title, startsAt, endsAt, place } = await getMeeting(app, actor, { meetingCode: params.kode });
  const origin = app.config.origin ?? new URL(request.url).origin;
  return {
    meeting: { code, title, startsAt, endsAt, place },
    qr: qrPath(`${origin}/rakor/${code}/hadir`),
    address: `${origin.replace(/^https?:\/\//, "")}/rakor/masuk`,
  };
}

/** The hall's Wi-Fi, shown on this answer and kept nowhere. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  return { network: formText(form, "wifi").slice(0, 64), password: formText(form, "sandi").slice(0, 64) };
}

export default function SlidePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingCardTexts).slide;
  const language = useLanguage();
  const { meeting } = page;
  const when = timesOf(language, meeting);
  return (
    <Page title={meeting.title} lead={meeting.place === "" ? when : `${when}, ${meeting.place}`}>
      <div className={styles["slide"]}>
        <section>
          <h2>{t.arrive}</h2>
          <QrPicture qr={page.qr} label={t.qr} />
          <p>{t.arriveHow}</p>
        </section>
        <section>
          <h2>{t.enter}</h2>
          <p className={styles["address"]}>{page.address}</p>
          <p>{t.enterHow}</p>
          <p>
            {t.code}: <strong className={styles["code"]}>{meeting.code}</strong>
          </p>
          {actionData !== undefined && actionData.network !== "" && (
            <p>
              {t.wifi}: <strong>{actionData.network}</strong>
              {actionData.password !== "" && (
                <>
                  {" "}
                  · {t.password}: <strong>{actionData.password}</strong>
                </>
              )}
            </p>
          )}
        </section>
      </div>
      <Disclosure summary={t.wifiTitle}>
        <form method="post" className="form">
          <p className="hint">{t.wifiHint}</p>
          <TextField name="wifi" label={t.network} autoComplete="off" />
          <TextField name="sandi" label={t.password} autoComplete="off" />
          <Button look="plain">{t.show}</Button>
        </form>
      </Disclosure>
    </Page>
  );
}
