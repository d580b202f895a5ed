import { getPacketSummary } from "@tuwai/server/packets";
import { requireProof } from "#accounts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, Button, ButtonLink, EmptyState, ErrorSummary, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/packet-download.page";

export const handle: Handle = { access: "enrolment.packet_download" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** Asks for the purpose; the password was asked on the way here. The form is sent to the file itself. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = enrolmentTexts[languageOf(pathname)].download;
  const [app, actor] = forUseCase(context);
  const { code, lines, state } = await getPacketSummary(app, actor, { packetCode: params.kode });
  const isSent = state === "sent" || state === "answered";
  if (isSent) requireProof(actor);
  const errors = searchParams.get("salah") === "tujuan" ? { tujuan: t.wrong } : {};
  return { title: t.title, code, lines, isSent, errors };
}

export default function PacketDownloadPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(enrolmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const path = to(`/kepesertaan/pendaftaran/${page.code}`);
  const back = (
    <ButtonLink look="plain" href={path}>
      {t.download.back}
    </ButtonLink>
  );
  return (
    <Page
      title={page.title}
      lead={t.download.lead(page.code, formatNumber(language, page.lines))}
      narrow
      crumbs={[
        { href: to("/kepesertaan"), label: t.list.title },
        { href: path, label: page.code },
        { label: page.title },
      ]}
    >
      {page.isSent ? (
        <>
          <ErrorSummary errors={page.errors} />
          <Notice>{t.download.mark}</Notice>
          <form method="post" action={`${path}/berkas`} className="form">
            <TextField
              name="tujuan"
              label={t.download.purpose}
              hint={t.download.purposeHint}
              maxLength={200}
              required
              autoComplete="off"
              error={page.errors.tujuan}
            />
            <Actions>
              <Button>{t.download.submit}</Button>
              {back}
            </Actions>
          </form>
        </>
      ) : (
        <EmptyState title={t.download.notSent} action={back} />
      )}
    </Page>
  );
}
